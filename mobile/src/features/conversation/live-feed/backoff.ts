/** Milliseconds before the next attempt. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

/**
 * How long to wait before trying again: doubling up to a bound, and spread, so that a thousand apps that lost the same
 * server do not come back at the same instant.
 *
 * @param attempt 1 for the first try after a failure.
 * @param random a number from 0 to 1.
 * @returns milliseconds.
 */
export function pauseBefore(attempt: number, random: number = Math.random()): number {
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempt - 1, 10));
  return Math.round(longest / 2 + (longest / 2) * random);
}
