import { useEffect } from 'react';
import { useApi } from '@/lib/api';
import { pauseBefore } from '../live-feed/backoff';
import { waitFor } from '../live-feed/waiting';
import type { ConversationAction } from '../state/actions';
import { isForGood } from './permanent-failures';

/** The live feed usually brings what an app message mentioned within this time; only then is it asked for. */
const PATIENCE_MS = 1_500;

/** Asks the server for what was said, when someone mentioned a version that did not arrive. */
export function useFillingGaps(
  conversationId: string | null,
  missingAfter: number | null,
  heardOf: number,
  dispatch: (action: ConversationAction) => void,
): void {
  const api = useApi();

  useEffect(() => {
    if (conversationId === null || missingAfter === null) return undefined;
    const stopping = new AbortController();
    const { signal } = stopping;

    async function fill(id: string, from: number): Promise<void> {
      await waitFor(PATIENCE_MS, signal);
      for (let attempt = 1; !signal.aborted; attempt++) {
        try {
          const { items, last_version, has_more } = await api.listMessages(id, from, undefined, signal);
          // The last page reaches as far as we had heard of when asking: what was mentioned was committed before.
          dispatch({ type: 'messages-read', after: from, upTo: has_more ? last_version : Math.max(last_version, heardOf), messages: items });
          return;
        } catch (error) {
          if (isForGood(error)) return;
          await waitFor(pauseBefore(attempt), signal);
        }
      }
    }

    void fill(conversationId, missingAfter);
    return () => stopping.abort();
  }, [api, conversationId, dispatch, heardOf, missingAfter]);
}
