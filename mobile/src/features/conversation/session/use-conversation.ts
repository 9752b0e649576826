import { useReducer } from 'react';
import { initialState } from '../state/conversation-state';
import { conversationReducer } from '../state/reducer';
import { missingAfter, phaseOf, turnOf } from '../state/selectors';
import type { Start } from './start';
import { useAnswerWatch } from './use-answer-watch';
import { useEnding } from './use-ending';
import { useFillingGaps } from './use-filling-gaps';
import { useLiveFeed } from './use-live-feed';
import { useSendingMessages } from './use-sending-messages';
import { useStarting } from './use-starting';

/** A conversation from its beginning to its end, as far as it does not need the call. */
export function useConversation(start: Start) {
  const [state, dispatch] = useReducer(conversationReducer, initialState);
  const { conversationId } = state;
  const starting = useStarting(start, dispatch);
  const hearing = useLiveFeed(conversationId, dispatch);
  useFillingGaps(conversationId, missingAfter(state), state.heardOf, dispatch);
  const messages = useSendingMessages(conversationId, state.typed, dispatch);
  const ending = useEnding(conversationId, state.endRequested, dispatch);
  useAnswerWatch(turnOf(state) === 'thinking', state.processing, dispatch);
  return { state, phase: phaseOf(state), turn: turnOf(state), dispatch, starting, hearing, messages, ending };
}

export type ConversationInHand = ReturnType<typeof useConversation>;
