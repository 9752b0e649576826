/** How people sign in. */
export type SignIn =
  | { readonly kind: 'development'; readonly tokenUrl: string }
  | { readonly kind: 'oidc'; readonly authority: string; readonly clientId: string; readonly scopes: readonly string[] };

/** Who turns speech into text first: the device's own recogniser, or the assistant in the call. */
export type SpeechRecognition = 'device' | 'assistant';

/** What differs from one deployment to another; everything else is the same app. */
export interface Configuration {
  readonly apiUrl: string;
  /** Where daily-js gets its call machine. Absent: from Daily. */
  readonly callBundleUrl?: string;
  readonly signIn: SignIn;
  readonly speechRecognition: SpeechRecognition;
}

/** Thrown when there is no usable configuration: a fault of the deployment. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Checks what was read. Throws a {@link ConfigurationError} that names what is wrong. */
export function configurationFrom(read: unknown): Configuration {
  const { apiUrl, callBundleUrl, signIn, speechRecognition } = object(read, 'The configuration');
  return {
    apiUrl: address(apiUrl, 'apiUrl').replace(/\/+$/, ''),
    ...(callBundleUrl ? { callBundleUrl: address(callBundleUrl, 'callBundleUrl') } : {}),
    signIn: signInFrom(signIn),
    speechRecognition: recognitionFrom(speechRecognition),
  };
}

function signInFrom(read: unknown): SignIn {
  const { kind, tokenUrl, authority, clientId, scopes } = object(read, 'signIn');
  if (kind === 'development') return { kind, tokenUrl: address(tokenUrl, 'signIn.tokenUrl') };
  if (kind !== 'oidc') throw new ConfigurationError('signIn.kind must be "development" or "oidc".');
  if (typeof clientId !== 'string' || !clientId) throw new ConfigurationError('signIn.clientId is missing.');
  if (!Array.isArray(scopes) || !scopes.every((scope) => typeof scope === 'string')) throw new ConfigurationError('signIn.scopes must be a list of names.');
  return { kind, authority: address(authority, 'signIn.authority'), clientId, scopes };
}

// Deployments from before there was a choice say nothing.
function recognitionFrom(read: unknown): SpeechRecognition {
  if (read === undefined || read === null || read === '') return 'assistant';
  if (read !== 'device' && read !== 'assistant') throw new ConfigurationError('speechRecognition must be "device" or "assistant".');
  return read;
}

function object(read: unknown, what: string): Record<string, unknown> {
  if (typeof read !== 'object' || read === null) throw new ConfigurationError(`${what} is missing.`);
  return { ...read };
}

function address(read: unknown, what: string): string {
  if (typeof read === 'string' && /^https?:\/\/./.test(read)) return read;
  throw new ConfigurationError(`${what} must be an http or https address.`);
}
