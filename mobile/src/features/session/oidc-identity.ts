import { AuthRequest, type DiscoveryDocument, exchangeCodeAsync, fetchDiscoveryAsync, makeRedirectUri, refreshAsync, ResponseType, TokenError, type TokenResponse } from 'expo-auth-session';
import { type SignIn } from '@/lib/config';
import { claimsOf } from './id-token';
import { type Credentials } from './session';
import { type Identity, SignInError } from './signing-in';

/** Azure AD B2C, or any other OpenID Connect issuer: authorization code with PKCE, no client secret. */
export function oidcIdentity({ authority, clientId, scopes }: Extract<SignIn, { kind: 'oidc' }>): Identity {
  const redirectUri = makeRedirectUri({ scheme: 'numeroly', path: 'sign-in' });
  let discovered: Promise<DiscoveryDocument> | undefined;
  const discover = () => {
    discovered ??= fetchDiscoveryAsync(authority).catch((error: unknown) => {
      // So that the next attempt asks again.
      discovered = undefined;
      throw new SignInError('unreachable', { cause: error });
    });
    return discovered;
  };

  return {
    signIn: async () => {
      const discovery = await discover();
      const request = new AuthRequest({ clientId, scopes: [...scopes], redirectUri, responseType: ResponseType.Code, usePKCE: true });
      const answer = await request.promptAsync(discovery);
      if (answer.type === 'cancel' || answer.type === 'dismiss') throw new SignInError('cancelled');
      const code = answer.type === 'success' ? answer.params['code'] : undefined;
      if (!code) throw new SignInError('refused');
      const tokens = await exchangeCodeAsync({ clientId, code, redirectUri, extraParams: { code_verifier: request.codeVerifier ?? '' } }, discovery).catch(refusal);
      return credentialsOf(tokens, undefined);
    },
    refresh: async (credentials) => {
      if (!credentials.refreshToken) return undefined;
      const discovery = await discover();
      try {
        return credentialsOf(await refreshAsync({ clientId, refreshToken: credentials.refreshToken, scopes: [...scopes] }, discovery), credentials);
      } catch (error) {
        if (error instanceof TokenError) return undefined;
        throw error;
      }
    },
  };
}

function refusal(error: unknown): never {
  throw new SignInError(error instanceof TokenError ? 'refused' : 'unreachable', { cause: error });
}

function credentialsOf(tokens: TokenResponse, before: Credentials | undefined): Credentials {
  const { subject, name } = claimsOf(tokens.idToken);
  const user = subject ?? before?.user;
  if (!user) throw new SignInError('refused');
  return {
    user,
    displayName: name ?? before?.displayName,
    accessToken: tokens.accessToken,
    expiresAt: (tokens.issuedAt + (tokens.expiresIn ?? 3600)) * 1000,
    refreshToken: tokens.refreshToken ?? before?.refreshToken,
  };
}
