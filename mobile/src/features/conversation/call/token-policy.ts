import type { CallAccess } from '@numeroly/generated-client';

/** A token is replaced this long before it expires, in milliseconds: long enough for a bad network to get it through. */
export const RENEW_BEFORE_MS = 5 * 60_000;

/** Milliseconds until the token should be replaced; 0 when it is time. A token whose expiry cannot be read is old. */
export function renewIn(access: Pick<CallAccess, 'expires_at'>, now: number): number {
  const expiresAt = Date.parse(access.expires_at);
  return Number.isNaN(expiresAt) ? 0 : Math.max(0, expiresAt - RENEW_BEFORE_MS - now);
}

/** Whether the token still lets its holder in for long enough to use it. */
export function isUsable(access: Pick<CallAccess, 'expires_at'>, now: number): boolean {
  return Date.parse(access.expires_at) - now > 10_000;
}
