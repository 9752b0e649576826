import type { SavedMessage } from '@numeroly/generated-client';
import type { StoreAction } from './actions';
import type { ConversationState } from './conversation-state';
import { cover } from './coverage';

/** What the store says is true, once for all: joined as sets are, so that order and repetition do not matter. */
export function takeInTheStore(state: ConversationState, action: StoreAction): ConversationState {
  switch (action.type) {
    case 'message-saved':
      return settleTurn(withVersion(withMessages(state, [action.message]), action.message.version), [action.message]);
    case 'version-reached':
      return withVersion(state, action.version);
    case 'answer-interrupted':
      return withVersion(withHeard(state, action.messageId, { version: action.version, heard: action.heard }), action.version);
    case 'noted':
      return withVersion({ ...state, notes: { ...state.notes, [action.version]: action.kind } }, action.version);
    case 'reading-learnt':
      return withVersion({ ...state, readingLearntAt: Math.max(state.readingLearntAt, action.version) }, action.version);
    case 'messages-read': {
      const { after, upTo, messages } = action;
      const covered = cover(state.coverage, { from: after + 1, to: upTo });
      return settleTurn({ ...withMessages(state, messages), coverage: covered, heardOf: Math.max(state.heardOf, upTo) }, messages);
    }
    case 'ended': {
      const ended: ConversationState = { ...state, endCause: state.endCause ?? action.cause, isHolding: false, recognising: '', isAwaitingAnswer: false, processing: null };
      return action.version === null ? ended : withVersion(ended, action.version);
    }
  }
}

function withMessages(state: ConversationState, messages: readonly SavedMessage[]): ConversationState {
  const fresh = messages.filter((message) => state.saved[message.message_id] === undefined);
  if (fresh.length === 0) return state;
  const saved = { ...state.saved };
  for (const message of fresh) saved[message.message_id] = message;
  return { ...state, saved, typed: state.typed.filter((typed) => saved[typed.messageId] === undefined) };
}

function withHeard(state: ConversationState, messageId: string, news: { readonly version: number; readonly heard: string }): ConversationState {
  const known = state.heardOfAnswers[messageId];
  if (known !== undefined && known.version >= news.version) return state;
  return { ...state, heardOfAnswers: { ...state.heardOfAnswers, [messageId]: news } };
}

function withVersion(state: ConversationState, version: number): ConversationState {
  return {
    ...state,
    coverage: cover(state.coverage, { from: version, to: version }),
    heardOf: Math.max(state.heardOf, version),
  };
}

// An answer to what was asked last ends the waiting; old answers, read again, do not.
function settleTurn(state: ConversationState, messages: readonly SavedMessage[]): ConversationState {
  if (!state.isAwaitingAnswer) return state;
  const isAnswered = messages.some((message) => message.speaker === 'assistant' && message.version > state.askedAfter);
  return isAnswered ? { ...state, isAwaitingAnswer: false, isAnswerOverdue: false } : state;
}
