import type { AssistantAction } from './actions';
import type { ConversationState, Provisional } from './conversation-state';

/** What the assistant says in the call is shown at once and believed until the store knows better. */
export function takeInTheAssistant(state: ConversationState, action: AssistantAction): ConversationState {
  switch (action.type) {
    case 'transcription-updated': {
      const heard = provisional(state, action.seq, action.text, action.isFinal);
      return { ...hearingOf(state, action.seq), spoken: laterOf(state.spoken, heard) };
    }
    case 'assistant-responded': {
      const answer = { ...provisional(state, action.seq, action.text, true), tone: action.tone };
      return { ...hearingOf(state, action.seq), answered: laterOf(state.answered, answer), isAwaitingAnswer: false, isAnswerOverdue: false };
    }
    case 'processing-changed': {
      const known = hearingOf(state, action.seq);
      return action.status === 'complete' ? { ...known, processing: null, isAwaitingAnswer: false } : { ...known, processing: action.status };
    }
    case 'app-message-dropped':
      return { ...state, malformed: state.malformed + 1 };
  }
}

function hearingOf(state: ConversationState, seq: number | null): ConversationState {
  return seq === null || seq <= state.heardOf ? state : { ...state, heardOf: seq };
}

function provisional(state: ConversationState, seq: number | null, text: string, isFinal: boolean): Provisional {
  return { turn: state.turn, seq: seq ?? state.heardOf, isFinal, text, tone: null };
}

/**
 * The later of two. App messages may overtake each other, so this is decided by what they say and not by which came
 * last: the later turn, the higher version, the final over the interim, then the longer text, since words are added.
 */
function laterOf(known: Provisional | null, news: Provisional): Provisional {
  if (known === null) return news;
  const difference =
    news.turn - known.turn || news.seq - known.seq || Number(news.isFinal) - Number(known.isFinal) || news.text.length - known.text.length;
  if (difference === 0) return news.text > known.text ? news : known;
  return difference > 0 ? news : known;
}
