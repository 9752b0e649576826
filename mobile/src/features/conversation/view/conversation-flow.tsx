import { useCallback, useEffect, useState } from 'react';
import { DailyProviderWrapper } from '../call/daily-provider-wrapper';
import type { Start } from '../session/start';
import { useConversation } from '../session/use-conversation';
import { useElapsed } from '../session/use-elapsed';
import { ConversationView } from './conversation-view';
import { EndedView } from './ended-view';
import { RatingView } from './rating-view';
import { StartFailedView } from './start-failed-view';
import { StartingView } from './starting-view';
import { useReadingNumbers } from './use-reading-numbers';

export interface ConversationFlowProps {
  readonly start: Start;
  /** Told the conversation's id as soon as there is one. Must be stable. */
  readonly onOpened: (conversationId: string) => void;
  readonly onHome: () => void;
  /** Opens what was said in the history. */
  readonly onRead: (conversationId: string) => void;
  readonly onAgain: () => void;
}

/** A conversation from opening to rating, whichever way it goes. */
export function ConversationFlow({ start, onOpened, onHome, onRead, onAgain }: ConversationFlowProps) {
  const conversation = useConversation(start);
  const { state, phase, dispatch, starting, ending } = conversation;
  const { conversationId } = state;
  const [wantsVoice, setWantsVoice] = useState(start.withVoice);
  const numbers = useReadingNumbers(conversationId, state.readingLearntAt);
  const seconds = useElapsed(state.openedAt, phase.name !== 'ending');
  const onUnsupported = useCallback(() => dispatch({ type: 'call-lost', trouble: 'no-webrtc' }), [dispatch]);

  useEffect(() => {
    if (conversationId !== null) onOpened(conversationId);
  }, [conversationId, onOpened]);

  if (phase.name === 'failed') return <StartFailedView failure={phase.failure} onRetry={starting.retry} onHome={onHome} />;
  if (conversationId === null) return <StartingView numbers={numbers} onCancel={onHome} />;
  if (phase.name === 'ending') {
    return (
      <RatingView
        seconds={seconds}
        numbers={numbers.list}
        wasSpoken={wantsVoice}
        onChoose={ending.choose}
        onDone={() => {
          ending.settle();
          onHome();
        }}
      />
    );
  }
  if (phase.name === 'ended') {
    return <EndedView cause={phase.cause} numbers={numbers} onAgain={onAgain} onRead={() => onRead(conversationId)} onHome={onHome} />;
  }
  return (
    <DailyProviderWrapper enabled={wantsVoice} onUnsupported={onUnsupported}>
      <ConversationView
        conversation={conversation}
        conversationId={conversationId}
        access={wantsVoice ? starting.access : null}
        numbers={numbers}
        onWantVoice={() => setWantsVoice(true)}
      />
    </DailyProviderWrapper>
  );
}
