import type { CallAccess } from '@numeroly/generated-client';
import { useCallback, useEffect, useState } from 'react';
import { useProfile } from '@/features/profile/profile';
import { useUser } from '@/features/session/session-provider';
import { failureOf, newIdempotencyKey, useApi } from '@/lib/api';
import { useTranslation } from '@/lib/i18n';
import type { ConversationAction } from '../state/actions';
import type { Start } from './start';

/** Begins a conversation, or takes up one that goes on. */
export interface Starting {
  /** What lets the person into the call; null until then, and where it cannot be had. */
  readonly access: CallAccess | null;
  readonly retry: () => void;
}

export function useStarting(start: Start, dispatch: (action: ConversationAction) => void): Starting {
  const api = useApi();
  const profile = useProfile(useUser());
  const { language } = useTranslation();
  const [access, setAccess] = useState<CallAccess | null>(null);
  // One key for one wish: however often it is sent, it creates one conversation.
  const [attempt, setAttempt] = useState(() => ({ key: newIdempotencyKey() }));
  const resumed = start.kind === 'resume' ? start.conversationId : null;

  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    dispatch({ type: 'start-requested' });

    async function create(): Promise<void> {
      const about = { language, name: profile?.name ?? null, birth_date: profile?.birthDate ?? null };
      const created = await api.createConversation(about, attempt.key, signal);
      dispatch({ type: 'conversation-created', conversationId: created.conversation_id, at: Date.now() });
      setAccess(created);
    }

    async function resume(conversationId: string): Promise<void> {
      const known = await api.getConversation(conversationId, undefined, undefined, signal);
      dispatch({ type: 'conversation-created', conversationId, at: Date.parse(known.created_at) });
      if (known.end_cause !== null) return dispatch({ type: 'ended', cause: known.end_cause, version: null });
      setAccess(await api.issueToken(conversationId, attempt.key, signal));
    }

    (resumed === null ? create() : resume(resumed)).catch((error: unknown) => {
      if (!signal.aborted) dispatch({ type: 'start-failed', failure: failureOf(error) });
    });
    return () => stopping.abort();
    // A profile or language changed later belongs to the next conversation.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, attempt, dispatch, resumed]);

  const retry = useCallback(() => setAttempt({ key: newIdempotencyKey() }), []);
  return { access, retry };
}
