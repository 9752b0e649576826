import { useCallback, useEffect, useRef } from 'react';
import type { Stars } from '@/ui';
import { newIdempotencyKey, useApi, type ApiClient } from '@/lib/api';
import { pauseBefore } from '../live-feed/backoff';
import { waitFor } from '../live-feed/waiting';
import type { ConversationAction } from '../state/actions';
import { onAppClosing } from './app-closing';
import { isForGood } from './permanent-failures';

/** Whoever has not rated by then does not want to. */
const RATE_WITHIN_MS = 90_000;
const MOST_ATTEMPTS = 40;

export interface Ending {
  /** Leaves at once. The server is told with the rating, since it keeps only the one that comes with the ending. */
  end(): void;
  /** Tells the server, once, with the stars chosen so far. */
  settle(): void;
  /** Remembers the stars until the server is told. */
  choose(stars: Stars | null): void;
}

/**
 * Ends the conversation on the server exactly once: when the person is done rating, when they leave the screen or close
 * the app, or when they take too long.
 */
export function useEnding(conversationId: string | null, isEnding: boolean, dispatch: (action: ConversationAction) => void): Ending {
  const api = useApi();
  const stars = useRef<Stars | null>(null);
  const isTold = useRef(false);

  const settle = useCallback(() => {
    if (isTold.current || conversationId === null) return;
    isTold.current = true;
    void endForSure(api, conversationId, stars.current, dispatch);
  }, [api, conversationId, dispatch]);

  useEffect(() => {
    if (!isEnding) return undefined;
    const timer = setTimeout(settle, RATE_WITHIN_MS);
    const stopListening = onAppClosing(settle);
    return () => {
      clearTimeout(timer);
      stopListening();
      settle();
    };
  }, [isEnding, settle]);

  const end = useCallback(() => dispatch({ type: 'ending-requested' }), [dispatch]);
  const choose = useCallback((chosen: Stars | null) => {
    stars.current = chosen;
  }, []);
  return { end, settle, choose };
}

// Goes on after the screen is gone. Should it never get through, the server ends the conversation by itself, since
// nobody is in the call any more; only the rating would be lost.
async function endForSure(api: ApiClient, conversationId: string, rating: Stars | null, dispatch: (action: ConversationAction) => void): Promise<void> {
  const key = newIdempotencyKey();
  const never = new AbortController().signal;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    try {
      const { end_cause } = await api.endConversation(conversationId, { rating }, key);
      return dispatch({ type: 'ended', cause: end_cause ?? 'user', version: null });
    } catch (error) {
      if (isForGood(error)) return;
      await waitFor(pauseBefore(attempt), never);
    }
  }
}
