import { lazy, Suspense } from 'react';
import { StartingScreen } from '@/features/shell/starting-screens';

// The call's libraries are half as big again as everything else: the other screens do not wait for them.
const ConversationScreen = lazy(async () => ({ default: (await import('@/features/conversation/view/conversation-screen')).ConversationScreen }));

export default function Conversation() {
  return (
    <Suspense fallback={<StartingScreen />}>
      <ConversationScreen />
    </Suspense>
  );
}
