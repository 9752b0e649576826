import { createSseParser, type ServerSentEvent } from './sse-parser';

/** How the reading of one connection ended. */
export type StreamEnd = 'closed' | 'silent';

/**
 * Reads one connection of the live feed to its end.
 *
 * @param silenceMs without so much as a comment for this long, the connection is taken for dead: networks lose
 * connections without telling either side.
 * @throws whatever the connection fails with, and RangeError for a line that never ends.
 */
export async function readStream(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
  onEvent: (event: ServerSentEvent) => void,
): Promise<StreamEnd> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = createSseParser();
  try {
    for (;;) {
      const piece = await inTime(reader.read(), silenceMs);
      if (piece === 'silent') return 'silent';
      if (piece.done) return 'closed';
      parser.push(decoder.decode(piece.value, { stream: true })).forEach(onEvent);
    }
  } finally {
    // The other side may already be gone; there is nothing left to tell it.
    reader.cancel().catch(() => undefined);
  }
}

async function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result | 'silent'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), milliseconds);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
