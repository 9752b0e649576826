import { useDaily } from '@daily-co/daily-react';
import type { CallAccess } from '@numeroly/generated-client';
import { useCallback, useEffect, useRef } from 'react';
import { newIdempotencyKey, useApi } from '@/lib/api';
import { keepCall, type KeptCall } from '../call/keeping-the-call';
import { pauseBefore } from '../live-feed/backoff';
import type { ConversationAction } from '../state/actions';
import { onNetworkBack } from './network-back';
import { isForGood } from './permanent-failures';

/** Keeps the person in the call for as long as this is mounted and there is access. @returns tries again at once. */
export function useCall(access: CallAccess | null, dispatch: (action: ConversationAction) => void): () => void {
  const call = useDaily();
  const api = useApi();
  const kept = useRef<KeptCall | null>(null);

  useEffect(() => {
    if (call === null || access === null) return undefined;
    const id = access.conversation_id;
    const keeping = keepCall(call, access, {
      tell: dispatch,
      renew: () => api.issueToken(id, newIdempotencyKey()),
      isForGood,
      isStillOpen: async () => {
        const { end_cause: cause } = await api.getConversation(id);
        if (cause !== null) dispatch({ type: 'ended', cause, version: null });
        return cause === null;
      },
      now: Date.now,
      pauseBefore,
    });
    kept.current = keeping;
    const stopListening = onNetworkBack(keeping.retry);
    return () => {
      stopListening();
      keeping.letGo();
      kept.current = null;
    };
  }, [access, api, call, dispatch]);

  return useCallback(() => kept.current?.retry(), []);
}
