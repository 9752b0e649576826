import type { PersonAction } from './actions';
import type { ConversationState, TypedMessage } from './conversation-state';

/** What the person does shows at once, before anybody confirms it. */
export function takeInThePerson(state: ConversationState, action: PersonAction): ConversationState {
  switch (action.type) {
    case 'user-input-started':
      return { ...state, isHolding: true, turns: action.turns, recognising: '', turn: state.turn + 1, isAwaitingAnswer: false, isAnswerOverdue: false, isUnheard: false, processing: null };
    case 'words-recognised':
      return state.recognising === action.text ? state : { ...state, recognising: action.text };
    case 'user-input-ended':
      return state.isHolding ? awaitingAnswer({ ...state, isHolding: false }) : state;
    case 'user-input-abandoned':
      return { ...state, isHolding: false, recognising: '' };
    case 'message-typed': {
      const { messageId, text, confidence, typedAt } = action;
      if (state.saved[messageId] !== undefined || state.typed.some((typed) => typed.messageId === messageId)) return state;
      return awaitingAnswer({ ...state, recognising: '', turn: state.turn + 1, typed: [...state.typed, { messageId, text, confidence, typedAt, failure: null }] });
    }
    case 'message-retried':
      return awaitingAnswer(withTyped(state, action.messageId, (typed) => ({ ...typed, failure: null })));
    case 'message-refused':
      return { ...withTyped(state, action.messageId, (typed) => ({ ...typed, failure: action.failure })), isAwaitingAnswer: false };
    case 'answer-missed':
      return { ...state, isAwaitingAnswer: false, processing: null, isAnswerOverdue: true };
    case 'words-unheard':
      return { ...state, isAwaitingAnswer: false, processing: null, isUnheard: true };
    case 'ending-requested':
      return { ...state, endRequested: true, isHolding: false, recognising: '', isAwaitingAnswer: false, processing: null };
  }
}

function awaitingAnswer(state: ConversationState): ConversationState {
  return { ...state, isAwaitingAnswer: true, isAnswerOverdue: false, isUnheard: false, askedAfter: state.heardOf };
}

function withTyped(state: ConversationState, messageId: string, change: (typed: TypedMessage) => TypedMessage): ConversationState {
  return { ...state, typed: state.typed.map((typed) => (typed.messageId === messageId ? change(typed) : typed)) };
}
