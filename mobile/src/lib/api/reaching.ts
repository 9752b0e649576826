import { type Fetch } from '@numeroly/generated-client';

/** There was no answer at all: no network, no server, or one that this page may not ask. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Gives `fetch`'s own rejections a name, for a TypeError may also be a fault of ours. A stop by the caller stays one. */
export function reaching(send: Fetch): Fetch {
  return async (url, init) => {
    try {
      return await send(url, init);
    } catch (error) {
      if (init?.signal?.aborted) throw error;
      throw new UnreachableError('There was no answer.', { cause: error });
    }
  };
}
