import type { ConversationState } from '../state/conversation-state';
import { phaseOf, turnOf } from '../state/selectors';

/** The one word in the middle of the ring. */
export type RingWord =
  | 'starting' | 'joining' | 'opening' | 'idle' | 'alone' | 'writing' | 'listening' | 'transcribing' | 'thinking' | 'synthesizing' | 'speaking' | 'reconnecting' | 'silent';

/**
 * What the conversation is doing, for the person.
 *
 * @param isRecording whether the call hears the person: until it does, holding the button is not yet being listened to.
 * @param isAssistantLate whether its voice is not to be expected any more, so that it answers in writing.
 */
export function ringWordOf(state: ConversationState, isRecording: boolean, isAssistantLate: boolean): RingWord {
  const phase = phaseOf(state);
  if (phase.name === 'starting' || phase.name === 'joining' || phase.name === 'reconnecting') return phase.name;
  if (state.call.name === 'asking-why') return 'reconnecting';
  const turn = turnOf(state);
  if (turn === 'listening') return isRecording ? 'listening' : 'opening';
  if (turn === 'speaking') return 'speaking';
  if (turn === 'thinking') return workOf(state);
  if (state.call.name === 'lost') return 'silent';
  if (state.call.name === 'none') return 'writing';
  if (state.isAssistantHere) return 'idle';
  return isAssistantLate ? 'writing' : 'alone';
}

function workOf({ processing }: ConversationState): RingWord {
  return processing === null || processing === 'complete' ? 'thinking' : processing;
}
