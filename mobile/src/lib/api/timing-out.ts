import { type Fetch } from '@numeroly/generated-client';

/** The server did not answer in time. Whether it did what was asked is not known. */
export class TimedOutError extends Error {
  override readonly name = 'TimedOutError';
}

/** Gives up on an answer that does not come. The caller's own signal works as before. */
export function timingOut(send: Fetch, limitMs: number): Fetch {
  return async (url, init) => {
    const outer = init?.signal;
    const inner = new AbortController();
    const forward = () => inner.abort(outer?.reason);
    if (outer?.aborted) forward();
    outer?.addEventListener('abort', forward, { once: true });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      inner.abort();
    }, limitMs);
    try {
      return await send(url, { ...init, signal: inner.signal });
    } catch (error) {
      if (late) throw new TimedOutError(`No answer within ${limitMs} ms.`, { cause: error });
      throw error;
    } finally {
      clearTimeout(timer);
      outer?.removeEventListener('abort', forward);
    }
  };
}
