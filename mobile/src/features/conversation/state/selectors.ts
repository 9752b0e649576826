import type { EndCause } from '@numeroly/generated-client';
import type { Failure } from '@/lib/api';
import type { ConversationState } from './conversation-state';
import { completeUpTo } from './coverage';

/** Where the conversation as a whole stands. */
export type Phase =
  | { readonly name: 'starting' }
  | { readonly name: 'joining' }
  | { readonly name: 'live' }
  | { readonly name: 'reconnecting'; readonly attempt: number }
  | { readonly name: 'ending' }
  | { readonly name: 'ended'; readonly cause: EndCause }
  | { readonly name: 'failed'; readonly failure: Failure };

/** Whose turn it is. */
export type Turn = 'idle' | 'listening' | 'thinking' | 'speaking';

export function phaseOf(state: ConversationState): Phase {
  if (state.endRequested) return { name: 'ending' };
  if (state.endCause !== null) return { name: 'ended', cause: state.endCause };
  if (state.startFailure !== null) return { name: 'failed', failure: state.startFailure };
  if (state.conversationId === null) return { name: 'starting' };
  if (state.call.name === 'joining') return { name: 'joining' };
  if (state.call.name === 'interrupted') return { name: 'reconnecting', attempt: state.call.attempt };
  return { name: 'live' };
}

export function turnOf(state: ConversationState): Turn {
  // A button that is held, or words that come, are the person's turn whatever else is heard.
  if (state.isHolding && (state.turns === 'hold' || state.recognising !== '')) return 'listening';
  if (state.isAssistantHeard) return 'speaking';
  if (state.processing !== null || state.isAwaitingAnswer) return 'thinking';
  return state.isHolding ? 'listening' : 'idle';
}

/**
 * The version after which something is missing here; null when nothing is. Someone mentioned a version that the store
 * has not told us of: ask it for what was said after this one.
 */
export function missingAfter(state: ConversationState): number | null {
  const known = completeUpTo(state.coverage);
  return known < state.heardOf ? known : null;
}
