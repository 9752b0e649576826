import { type Credentials } from './session';
import { type Identity, SignInError } from './signing-in';

/** Tokens of the API's own issuer, which there is only on a developer's machine. The name is all one needs. */
export function developmentIdentity(tokenUrl: string): Identity {
  const tokenFor = async (name: string): Promise<Credentials> => {
    const answer = await fetch(tokenUrl, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ user: userOf(name) }) }).catch((error: unknown) => {
      throw new SignInError('unreachable', { cause: error });
    });
    if (!answer.ok) throw new SignInError(answer.status >= 500 ? 'unreachable' : 'refused');
    const { token, expires_at } = (await answer.json()) as { token: string; expires_at: string };
    return { user: userOf(name), displayName: name, accessToken: token, expiresAt: Date.parse(expires_at), refreshToken: undefined };
  };
  return {
    signIn: tokenFor,
    refresh: ({ user, displayName }) => tokenFor(displayName ?? user),
  };
}

/** A user's id made of what was typed: `Minh Anh` is `minh-anh`. */
export function userOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'guest';
}
