import type { CallAccess } from '@numeroly/generated-client';
import { waitFor } from '../live-feed/waiting';
import { isUsable, renewIn } from './token-policy';

/** Where fresh tokens come from. */
export interface TokenSource {
  /** Asks our server for a fresh token. */
  renew(): Promise<CallAccess>;
  /** Whether a failure cannot be helped by asking again: the conversation has ended, or is not ours. */
  isForGood(error: unknown): boolean;
  now(): number;
  pauseBefore(attempt: number): number;
}

/** Keeps a token at hand that opens the call, so that joining again never waits for one. */
export interface TokenSupply {
  /** One that opens, asked for if need be. Rejects when our server cannot be asked. */
  current(): Promise<CallAccess>;
  /** The one at hand was refused. */
  drop(): void;
}

/** A token never outlives its room, so near the room's end a fresh one may be due again at once; not that often. */
const RENEW_AT_MOST_EVERY_MS = 30_000;

/** Starts with the token of the conversation's creation and renews it in time, without a word, until aborted. */
export function tokenSupply(first: CallAccess, source: TokenSource, signal: AbortSignal): TokenSupply {
  let atHand: CallAccess | null = first;

  async function keepFresh(): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      await waitFor(failures === 0 ? Math.max(RENEW_AT_MOST_EVERY_MS, renewIn(atHand ?? first, source.now())) : source.pauseBefore(failures), signal);
      if (signal.aborted) return;
      try {
        atHand = await source.renew();
        failures = 0;
      } catch (error) {
        if (source.isForGood(error)) return;
        failures += 1;
      }
    }
  }

  void keepFresh();
  return {
    async current() {
      if (atHand === null || !isUsable(atHand, source.now())) atHand = await source.renew();
      return atHand;
    },
    drop() {
      atHand = null;
    },
  };
}
