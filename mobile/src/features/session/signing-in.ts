import { type Credentials, type SignInTrouble } from './session';

/** Signing in did not work, in a way that the app has words for. */
export class SignInError extends Error {
  override readonly name = 'SignInError';

  constructor(
    readonly trouble: SignInTrouble,
    options?: ErrorOptions,
  ) {
    super(`Signing in did not work: ${trouble}.`, options);
  }
}

/** One way of signing in. */
export interface Identity {
  /** @param name what the person typed, for ways that ask for it. Rejects with a {@link SignInError}. */
  readonly signIn: (name: string) => Promise<Credentials>;
  /** New credentials for the same person, or undefined when they have to sign in again. Rejects when nobody answered. */
  readonly refresh: (credentials: Credentials) => Promise<Credentials | undefined>;
}
