import type { AssistantAction, CallAction, ConversationAction, PersonAction, StartAction, StoreAction } from './actions';
import { initialState, type ConversationState } from './conversation-state';
import { takeInTheAssistant } from './taking-in-the-assistant';
import { takeInTheCall } from './taking-in-the-call';
import { takeInThePerson } from './taking-in-the-person';
import { takeInTheStore } from './taking-in-the-store';

/** The conversation after one more thing happened. Pure: no clock, no id, no effect. */
export function conversationReducer(state: ConversationState, action: ConversationAction): ConversationState {
  switch (action.type) {
    case 'start-requested':
    case 'start-failed':
    case 'conversation-created':
      return start(state, action);
    case 'message-saved':
    case 'version-reached':
    case 'answer-interrupted':
    case 'noted':
    case 'reading-learnt':
    case 'messages-read':
    case 'ended':
      return takeInTheStore(state, action satisfies StoreAction);
    case 'transcription-updated':
    case 'processing-changed':
    case 'assistant-responded':
    case 'app-message-dropped':
      return takeInTheAssistant(state, action satisfies AssistantAction);
    case 'call-requested':
    case 'call-joined':
    case 'network-interrupted':
    case 'network-restored':
    case 'ejected':
    case 'call-lost':
    case 'assistant-arrived':
    case 'assistant-left':
    case 'assistant-became-audible':
    case 'assistant-fell-silent':
      return takeInTheCall(state, action satisfies CallAction);
    case 'user-input-started':
    case 'words-recognised':
    case 'user-input-ended':
    case 'user-input-abandoned':
    case 'message-typed':
    case 'message-retried':
    case 'message-refused':
    case 'answer-missed':
    case 'words-unheard':
    case 'ending-requested':
      return takeInThePerson(state, action satisfies PersonAction);
  }
}

function start(state: ConversationState, action: StartAction): ConversationState {
  switch (action.type) {
    case 'start-requested':
      return initialState;
    case 'start-failed':
      return { ...state, startFailure: action.failure };
    case 'conversation-created':
      return { ...state, conversationId: action.conversationId, startFailure: null, openedAt: state.openedAt ?? action.at };
  }
}
