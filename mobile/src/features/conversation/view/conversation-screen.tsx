import { useLocalSearchParams, useRouter } from 'expo-router';
import { useMemo, useState } from 'react';
import type { Start } from '../session/start';
import { ConversationFlow } from './conversation-flow';

/**
 * The route of a conversation: a new one, with `?typed=1` in writing, or with `?id=` one that still goes on.
 */
export function ConversationScreen() {
  const router = useRouter();
  const { id, typed } = useLocalSearchParams<{ id?: string; typed?: string }>();
  const [attempt, setAttempt] = useState(0);
  const start = useMemo<Start>(() => {
    const withVoice = typed === undefined;
    return id === undefined || attempt > 0 ? { kind: 'new', withVoice } : { kind: 'resume', conversationId: id, withVoice };
  }, [attempt, id, typed]);

  return (
    <ConversationFlow
      key={attempt}
      start={start}
      onHome={() => router.replace('/')}
      onRead={(conversationId) => router.replace({ pathname: '/history/[id]', params: { id: conversationId } })}
      onAgain={() => setAttempt((count) => count + 1)}
    />
  );
}
