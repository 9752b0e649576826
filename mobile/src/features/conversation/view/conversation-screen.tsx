import { useLocalSearchParams, useRouter } from 'expo-router';
import { useCallback, useState } from 'react';
import type { Start } from '../session/start';
import { ConversationFlow } from './conversation-flow';

/**
 * The route of a conversation: a new one, with `?typed=1` in writing, or with `?id=` one that still goes on. A new one
 * gets its id into the address, so that loading the page again comes back to it.
 */
export function ConversationScreen() {
  const router = useRouter();
  const { id, typed } = useLocalSearchParams<{ id?: string; typed?: string }>();
  const withVoice = typed === undefined;
  const [{ start, attempt }, setBeginning] = useState<{ readonly start: Start; readonly attempt: number }>({
    start: id === undefined ? { kind: 'new', withVoice } : { kind: 'resume', conversationId: id, withVoice },
    attempt: 1,
  });
  const onOpened = useCallback((conversationId: string) => router.setParams({ id: conversationId }), [router]);

  return (
    <ConversationFlow
      key={attempt}
      start={start}
      onOpened={onOpened}
      onHome={() => router.replace('/')}
      onRead={(conversationId) => router.replace({ pathname: '/history/[id]', params: { id: conversationId } })}
      onAgain={() => setBeginning({ start: { kind: 'new', withVoice }, attempt: attempt + 1 })}
    />
  );
}
