import type { EmotionalTone, SavedMessage, Speaker } from '@numeroly/generated-client';
import type { FailureKind } from '@/lib/api';
import type { ConversationState, Provisional, TypedMessage } from './conversation-state';

/**
 * How sure a line is: saved for good, still being heard, heard but not yet saved, being sent, or not sent.
 */
export type Standing = 'saved' | 'interim' | 'settling' | 'sending' | 'unsent';

/** One line of the conversation as it is shown. */
export interface TranscriptEntry {
  /** Stays the same when a typed message becomes a saved one. */
  readonly key: string;
  readonly speaker: Speaker;
  readonly text: string;
  readonly standing: Standing;
  readonly tone: EmotionalTone | null;
  /** The version of what is saved; null for what is not yet. */
  readonly version: number | null;
  /** What was heard of an answer that was interrupted; null when all of it. */
  readonly heard: string | null;
  readonly failure: FailureKind | null;
}

/**
 * What was said, in order, each thing once: first what the store has, by its version; then what is on its way there.
 * Depends only on which facts are known, not on how they came.
 */
export function transcriptOf(state: ConversationState): readonly TranscriptEntry[] {
  const saved = Object.values(state.saved).sort((a, b) => a.version - b.version);
  // What the device understands is fresher than what the assistant does, and the two would differ.
  const spoken = state.recognising === '' ? unlessSaved(state.spoken, 'user', saved) : null;
  const answered = unlessSaved(state.answered, 'assistant', saved);
  const underWay = [...entryOf(spoken, 'user'), ...entryOf(answered, 'assistant')];
  if (spoken !== null && answered !== null && answered.turn < spoken.turn) underWay.reverse();
  const { heardOfAnswers } = state;
  return [
    ...saved.map((message) => savedEntry(message, heardOfAnswers[message.message_id]?.heard ?? message.heard)),
    ...underWay,
    ...state.typed.map(typedEntry),
    ...recognisedEntry(state),
  ];
}

/**
 * Words go when the same side's next message is saved: that is them, or they never will be. What is only half heard goes
 * as soon as the conversation has moved on at all.
 */
function unlessSaved(words: Provisional | null, speaker: Speaker, saved: readonly SavedMessage[]): Provisional | null {
  if (words === null || words.text.trim() === '') return null;
  const isSettled = saved.some((message) => (message.speaker === speaker || !words.isFinal) && (message.version > words.seq || isThisMessage(words, message, saved)));
  return isSettled ? null : words;
}

/**
 * The words of a message may come after it is saved, with a version that has gone on since: they are still that message,
 * unless the other side has spoken in between, for then they were said again.
 */
function isThisMessage(words: Provisional, message: SavedMessage, saved: readonly SavedMessage[]): boolean {
  if (!words.isFinal || message.text.trim() !== words.text.trim()) return false;
  return !saved.some(({ speaker, version }) => speaker !== message.speaker && version > message.version && version <= words.seq);
}

function savedEntry(message: SavedMessage, heard: string | null): TranscriptEntry {
  return {
    key: message.message_id,
    speaker: message.speaker,
    text: message.text,
    standing: 'saved',
    tone: message.emotional_tone,
    version: message.version,
    heard,
    failure: null,
  };
}

function entryOf(words: Provisional | null, speaker: Speaker): TranscriptEntry[] {
  if (words === null) return [];
  const standing = words.isFinal ? 'settling' : 'interim';
  return [{ key: `${speaker}-under-way-${words.turn}`, speaker, text: words.text, standing, tone: words.tone, version: null, heard: null, failure: null }];
}

function typedEntry(typed: TypedMessage): TranscriptEntry {
  const standing = typed.failure === null ? 'sending' : 'unsent';
  return { key: typed.messageId, speaker: 'user', text: typed.text, standing, tone: null, version: null, heard: null, failure: typed.failure };
}

function recognisedEntry({ recognising, turn }: ConversationState): TranscriptEntry[] {
  if (recognising === '') return [];
  return [{ key: `recognising-${turn}`, speaker: 'user', text: recognising, standing: 'interim', tone: null, version: null, heard: null, failure: null }];
}
