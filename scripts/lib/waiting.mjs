import { setTimeout as delay } from 'node:timers/promises';
import { PlainError } from './plain-error.mjs';

/**
 * Asks until the answer is yes. `check` returns true, or a text that says why not yet.
 * @param {() => Promise<true | string>} check
 */
export async function until(check, { what, deadlineMs, everyMs = 50, signal }) {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const answer = await check();
    if (answer === true) return;
    signal?.throwIfAborted();
    if (Date.now() > deadline) throw new PlainError(`${what} after ${deadlineMs / 1000} s: ${answer}`);
    await delay(everyMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

/** Waits until a health address answers 200. */
export function untilHealthy(url, { deadlineMs, signal }) {
  return until(() => askHealth(url), { what: `${url} did not become healthy`, deadlineMs, everyMs: 100, signal });
}

async function askHealth(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    const body = await answer.text();
    return answer.ok || `it answers ${answer.status} ${body.slice(0, 500)}`.trim();
  } catch (error) {
    return error.cause?.message ?? error.message;
  }
}
