import type { EventPage } from '@numeroly/generated-client';
import type { StoreAction } from '../state/actions';
import { pauseBefore } from './backoff';
import { actionOf } from './feed-event';
import { readStream } from './reading-stream';
import { waitFor } from './waiting';

/** The two ways to the server that the live feed needs. */
export interface FeedSource {
  /** Opens the stream of what comes after a version. Rejects when the server refuses or cannot be reached. */
  open(after: number, signal: AbortSignal): Promise<Response>;
  /** The same by asking, where streaming is not possible. */
  list(after: number, signal: AbortSignal): Promise<EventPage>;
}

/** What the live feed tells. */
export interface FeedListener {
  onAction(action: StoreAction): void;
  /** Whether the server is being heard; false while it is tried again. */
  onConnected(isConnected: boolean): void;
}

/** Times in milliseconds. The server says something every 15 s. */
export interface FeedTimes {
  readonly silence: number;
  readonly askEvery: number;
  readonly pauseBefore: (attempt: number) => number;
}

export const usualTimes: FeedTimes = { silence: 40_000, askEvery: 2_000, pauseBefore };

/**
 * Follows a conversation from a version on until it is wound up, the failure is for good, or the signal is aborted.
 * Interruptions are resumed after the last version that was heard, so nothing is skipped.
 *
 * @param isForGood whether a failure cannot be helped by trying again (not found, signed out).
 * @returns 'wound-up' when the server has nothing more to tell, 'refused' with the error, or 'stopped' by the signal.
 */
export async function followConversation(
  source: FeedSource,
  after: number,
  listener: FeedListener,
  isForGood: (error: unknown) => boolean,
  signal: AbortSignal,
  times: FeedTimes = usualTimes,
): Promise<'wound-up' | 'refused' | 'stopped'> {
  let version = after;
  let attempt = 0;
  let hasEnded = false;
  let canStream = true;

  function take(event: unknown): void {
    const action = actionOf(event);
    if (action === null) return;
    const reached = action.type === 'message-saved' ? action.message.version : 'version' in action ? action.version : null;
    if (reached !== null) version = Math.max(version, reached);
    if (action.type === 'ended') hasEnded = true;
    listener.onAction(action);
  }

  async function stream(): Promise<void> {
    const response = await source.open(version, signal);
    if (response.body === null) {
      canStream = false;
      return;
    }
    listener.onConnected(true);
    await readStream(response.body, times.silence, (event) => {
      attempt = 0;
      take(parseJson(event.data));
    });
  }

  async function ask(): Promise<void> {
    const page = await source.list(version, signal);
    listener.onConnected(true);
    attempt = 0;
    page.items.forEach(take);
    if (!page.has_more) await waitFor(times.askEvery, signal);
  }

  while (!signal.aborted) {
    const before = version;
    try {
      await (canStream ? stream() : ask());
      // A server that stops closes its streams too, so only a conversation that has ended and says nothing more is over.
      if (hasEnded && version === before && !signal.aborted) return 'wound-up';
      if (!canStream) continue;
    } catch (error) {
      if (signal.aborted) break;
      if (isForGood(error)) return 'refused';
    }
    listener.onConnected(false);
    attempt += 1;
    await waitFor(times.pauseBefore(attempt), signal);
  }
  return 'stopped';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // No event at all, as far as we can tell; its version stays missing and is asked for.
  }
}
