import { useCallback, useEffect, useRef } from 'react';
import { failureOf, newIdempotencyKey, useApi } from '@/lib/api';
import type { ConversationAction } from '../state/actions';
import type { TypedMessage } from '../state/conversation-state';
import { onNetworkBack } from './network-back';

/** What could not be sent is tried again this often, until it can. */
const AGAIN_EVERY_MS = 10_000;

export interface SendingMessages {
  send(text: string): void;
  retry(messageId: string): void;
}

/**
 * Saves what the person types, in the order in which it was typed. What could not be saved stays in sight and is sent
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
    (messageId: string, text: string, typedAt: string) => {
      if (conversationId === null) return;
      queue.current = queue.current.then(async () => {
        try {
          const message = { speaker: 'user' as const, text, message_id: messageId, spoken_at: typedAt };
          dispatch({ type: 'message-saved', message: await api.saveMessage(conversationId, message, messageId) });
        } catch (error) {
          dispatch({ type: 'message-refused', messageId, failure: failureOf(error).kind });
        }
      });
    },
    [api, conversationId, dispatch],
  );

  const send = useCallback(
    (text: string) => {
      const messageId = newIdempotencyKey();
      const typedAt = new Date().toISOString();
      dispatch({ type: 'message-typed', messageId, text, typedAt });
      save(messageId, text, typedAt);
    },
    [dispatch, save],
  );

  const latest = useRef(typed);
  useEffect(() => {
    latest.current = typed;
  });
  const retry = useCallback(
    (messageId: string) => {
      const message = latest.current.find((one) => one.messageId === messageId);
      if (message === undefined || message.failure === null) return;
      dispatch({ type: 'message-retried', messageId });
      save(messageId, message.text, message.typedAt);
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

  return { send, retry };
}

/** Whether what kept a message from being saved goes by itself. */
function mayPass({ failure }: TypedMessage): boolean {
  return failure === 'offline' || failure === 'server-down' || failure === 'timed-out';
}
