import type { DailyCall } from '@daily-co/daily-js';
import type { CallAccess } from '@numeroly/generated-client';
import { waitFor } from '../live-feed/waiting';
import type { CallAction } from '../state/actions';
import { verdictOn, type CallVerdict } from './call-failure';
import { connectionWatch } from './connection-watch';
import { joinOnce, leaveQuietly, untilLost } from './joining';
import { tokenSupply, type TokenSource } from './token-supply';

/** What keeping a call needs from outside. */
export interface CallSurroundings extends TokenSource {
  tell(action: CallAction): void;
  /** Asks our server whether the conversation goes on. Rejects when it cannot be asked. */
  isStillOpen(): Promise<boolean>;
  pauseBefore(attempt: number): number;
}

/** A call that is kept until it is let go. */
export interface KeptCall {
  /** Tries again at once: the person asked, or the network is back. */
  retry(): void;
  /** Leaves for good. */
  letGo(): void;
}

/** After so many failures in a row the person is asked before going on. */
const MOST_ATTEMPTS = 8;

/**
 * Joins the call and keeps the person in it: with a fresh token when the old one no longer opens, again after the
 * network was lost, and after being put out only if our server says that the conversation goes on.
 */
export function keepCall(call: DailyCall, access: CallAccess, around: CallSurroundings): KeptCall {
  const ending = new AbortController();
  let pausing = new AbortController();
  const tokens = tokenSupply(access, around, ending.signal);
  const stopWatching = connectionWatch(call, around.tell);

  async function pause(milliseconds: number): Promise<void> {
    pausing = new AbortController();
    if (ending.signal.aborted) return;
    await waitFor(milliseconds, pausing.signal);
  }

  async function enter(): Promise<CallVerdict | 'joined'> {
    try {
      const { room_url: url, token } = await tokens.current();
      return await joinOnce(call, { url, token }, ending.signal);
    } catch (error) {
      return around.isForGood(error) ? { name: 'ask-why' } : { name: 'try-again' };
    }
  }

  async function giveUp(trouble: Extract<CallVerdict, { name: 'give-up' }>['trouble']): Promise<void> {
    around.tell({ type: 'call-lost', trouble });
    await pause(2 ** 31 - 1);
    if (!ending.signal.aborted) around.tell({ type: 'call-requested' });
  }

  async function askWhy(): Promise<void> {
    around.tell({ type: 'ejected' });
    for (let attempt = 1; !ending.signal.aborted; attempt++) {
      try {
        if (await around.isStillOpen()) return await giveUp('taken-over');
        return ending.abort();
      } catch {
        await pause(around.pauseBefore(attempt)); // The server cannot be asked now; it is asked until it answers.
      }
    }
  }

  async function keep(): Promise<void> {
    let attempt = 0;
    let renewals = 0;
    around.tell({ type: 'call-requested' });
    while (!ending.signal.aborted) {
      let verdict = await enter();
      if (verdict === 'joined') {
        around.tell({ type: 'call-joined' });
        attempt = renewals = 0;
        verdict = verdictOn(await untilLost(call, ending.signal));
      }
      if (ending.signal.aborted) return;
      switch (verdict.name) {
        case 'renew-token':
          renewals += 1;
          tokens.drop();
          if (renewals > 2) await giveUp('token-refused');
          break;
        case 'give-up':
          await giveUp(verdict.trouble);
          attempt = 0;
          break;
        case 'ask-why':
          await askWhy();
          break;
        case 'try-again':
          attempt += 1;
          if (attempt > MOST_ATTEMPTS) {
            await giveUp('unreachable');
            attempt = 0;
          } else {
            around.tell({ type: 'network-interrupted', attempt });
            await pause(around.pauseBefore(attempt));
          }
      }
    }
  }

  void keep();
  return {
    retry: () => pausing.abort(),
    letGo: () => {
      ending.abort();
      pausing.abort();
      stopWatching();
      void leaveQuietly(call);
    },
  };
}
