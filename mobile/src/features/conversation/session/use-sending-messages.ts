import { useCallback, useEffect, useRef } from 'react';
import { failureOf, newIdempotencyKey, useApi } from '@/lib/api';
import type { ConversationAction } from '../state/actions';
import type { TypedMessage } from '../state/conversation-state';
import { onNetworkBack } from './network-back';

/** What could not be sent is tried again this often, until it can. */
const AGAIN_EVERY_MS = 10_000;

/** Words that were spoken and recognised here. */
export interface SpokenWords {
  readonly text: string;
  readonly confidence: number | null;
  /** ISO 8601. */
  readonly spokenAt: string;
}

export interface SendingMessages {
  send(text: string): void;
  /** The same for words that this device recognised. @returns the message's id. */
  sendSpoken(words: SpokenWords): string;
  retry(messageId: string): void;
}

/**
 * Saves what the person types, and what their device understood of them, in order. What could not be saved stays in sight and is sent
 * again when the person asks, or by itself when the network is back; its id makes sure that it is saved once.
 */
export function useSendingMessages(
  conversationId: string | null,
  typed: readonly TypedMessage[],
  dispatch: (action: ConversationAction) => void,
): SendingMessages {
  const api = useApi();
  const queue = useRef<Promise<void>>(Promise.resolve());

  const save = useCallback(
    ({ messageId, text, confidence, typedAt }: Omit<TypedMessage, 'failure'>) => {
      if (conversationId === null) return;
      queue.current = queue.current.then(async () => {
        try {
          const message = { speaker: 'user' as const, text, confidence, message_id: messageId, spoken_at: typedAt };
          dispatch({ type: 'message-saved', message: await api.saveMessage(conversationId, message, messageId) });
        } catch (error) {
          dispatch({ type: 'message-refused', messageId, failure: failureOf(error).kind });
        }
      });
    },
    [api, conversationId, dispatch],
  );

  const sendSpoken = useCallback(
    ({ text, confidence, spokenAt }: SpokenWords) => {
      const message = { messageId: newIdempotencyKey(), text, confidence, typedAt: spokenAt };
      dispatch({ type: 'message-typed', ...message });
      save(message);
      return message.messageId;
    },
    [dispatch, save],
  );
  const send = useCallback((text: string) => void sendSpoken({ text, confidence: null, spokenAt: new Date().toISOString() }), [sendSpoken]);

  const latest = useRef(typed);
  useEffect(() => {
    latest.current = typed;
  });
  const retry = useCallback(
    (messageId: string) => {
      const message = latest.current.find((one) => one.messageId === messageId);
      if (message === undefined || message.failure === null) return;
      dispatch({ type: 'message-retried', messageId });
      save(message);
    },
    [dispatch, save],
  );

  const hasUnsent = typed.some(mayPass);
  useEffect(() => {
    if (!hasUnsent) return undefined;
    const again = () => latest.current.filter(mayPass).forEach(({ messageId }) => retry(messageId));
    const timer = setInterval(again, AGAIN_EVERY_MS);
    const stopListening = onNetworkBack(again);
    return () => {
      clearInterval(timer);
      stopListening();
    };
  }, [hasUnsent, retry]);

  return { send, sendSpoken, retry };
}

/** Whether what kept a message from being saved goes by itself. */
function mayPass({ failure }: TypedMessage): boolean {
  return failure === 'offline' || failure === 'server-down' || failure === 'timed-out';
}
