import type { CallAction } from './actions';
import type { ConversationState } from './conversation-state';

/** The call comes and goes; the conversation stays. */
export function takeInTheCall(state: ConversationState, action: CallAction): ConversationState {
  switch (action.type) {
    case 'call-requested':
      return { ...state, call: { name: 'joining' } };
    case 'call-joined':
      return { ...state, call: { name: 'joined' } };
    case 'network-interrupted':
      return { ...withoutSound(state), call: { name: 'interrupted', attempt: action.attempt } };
    case 'network-restored':
      return state.call.name === 'interrupted' ? { ...state, call: { name: 'joined' } } : state;
    case 'ejected':
      return { ...withoutSound(state), isAssistantHere: false, call: { name: 'asking-why' } };
    case 'call-lost':
      return { ...withoutSound(state), isAssistantHere: false, call: { name: 'lost', trouble: action.trouble } };
    case 'assistant-arrived':
      return { ...state, isAssistantHere: true };
    case 'assistant-left':
      return { ...state, isAssistantHere: false, isAssistantHeard: false, processing: null };
    case 'assistant-became-audible':
      return { ...state, isAssistantHeard: true, isAwaitingAnswer: false, isAnswerOverdue: false };
    case 'assistant-fell-silent':
      // The sound is the last of an answer, so a lost "complete" does not leave the ring thinking for ever.
      return { ...state, isAssistantHeard: false, processing: state.isAwaitingAnswer ? state.processing : null };
  }
}

// Nobody can be speaking into a call that is not there.
function withoutSound(state: ConversationState): ConversationState {
  return { ...state, isHolding: false, recognising: '', isAssistantHeard: false };
}
