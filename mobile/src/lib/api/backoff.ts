/** How often a request is sent again, and after which pauses. Milliseconds. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const patient: RetryPolicy = { attempts: 4, firstPauseMs: 400, longestPauseMs: 6000 };

/**
 * The pause before the next attempt, or undefined when it is not worth waiting: the attempts are used up, or the server
 * asks for more than a person would wait. Half of the pause is random, so that many apps do not come back as one.
 */
export function pauseBefore(attempt: number, policy: RetryPolicy, askedMs: number | undefined, random: () => number): number | undefined {
  if (attempt >= policy.attempts) return undefined;
  if (askedMs !== undefined && askedMs > policy.longestPauseMs) return undefined;
  const grown = Math.min(policy.firstPauseMs * 2 ** (attempt - 1), policy.longestPauseMs);
  return Math.max(askedMs ?? 0, grown / 2 + (grown / 2) * random());
}
