import { type Credentials } from './session';

/** Credentials as they were kept, or undefined when they are not whole. */
export function credentialsFrom(text: string | null): Credentials | undefined {
  if (text === null) return undefined;
  try {
    const { user, displayName, accessToken, expiresAt, refreshToken } = JSON.parse(text) as Partial<Record<keyof Credentials, unknown>>;
    if (typeof user !== 'string' || typeof accessToken !== 'string' || typeof expiresAt !== 'number') return undefined;
    return { user, accessToken, expiresAt, displayName: textOr(displayName), refreshToken: textOr(refreshToken) };
  } catch {
    // Cut off or not ours: the person signs in again.
    return undefined;
  }
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
