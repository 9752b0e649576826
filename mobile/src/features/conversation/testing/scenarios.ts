import type { SavedMessage, Speaker } from '@numeroly/generated-client';
import fc from 'fast-check';
import type { ConversationAction } from '../state/actions';

/** A message as the store keeps it. */
export function savedMessage(version: number, speaker: Speaker, text: string, changes: Partial<SavedMessage> = {}): SavedMessage {
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, version)).toISOString();
  return {
    message_id: `00000000-0000-7000-8000-${String(version).padStart(12, '0')}`,
    version,
    speaker,
    text,
    confidence: speaker === 'user' ? 0.9 : null,
    emotional_tone: speaker === 'assistant' ? 'warm' : null,
    heard: null,
    spoken_at: at,
    saved_at: at,
    ...changes,
  };
}

/** A conversation as it went, and all that the app may be told of it. */
export interface Told {
  /** What the store holds at the end, in order. */
  readonly messages: readonly SavedMessage[];
  /** What was heard of the answers that were cut off, by message. */
  readonly cutOff: ReadonlyMap<string, string>;
  readonly lastVersion: number;
  /** Everything that can reach the app, each at least once. */
  readonly actions: readonly ConversationAction[];
}

/** One side's turn: how its words were heard, and whether they were said before or after they were saved. */
interface SomeTurn {
  readonly speaker: Speaker;
  readonly words: readonly string[];
  readonly saidBeforeSaving: boolean;
  readonly othersBefore: number;
  /** Its words are told once more when the conversation has moved on: the answer goes on sounding, or somebody took over. */
  readonly isToldLate: boolean;
  /** The person spoke over it. */
  readonly isCutOff: boolean;
}

const someWords = fc.array(fc.constantFrom('số', 'chủ', 'đạo', 'của', 'mình', 'là', 'four', 'giữ lời'), { minLength: 1, maxLength: 5 });

const someTurn: fc.Arbitrary<SomeTurn> = fc.record({
  speaker: fc.constantFrom<Speaker>('user', 'assistant'),
  words: someWords,
  saidBeforeSaving: fc.boolean(),
  othersBefore: fc.integer({ min: 0, max: 2 }),
  isToldLate: fc.boolean(),
  isCutOff: fc.boolean(),
});

/** Conversations of up to eight turns, told by the call, by the live feed and by reading, in the order they happened. */
export const someConversation: fc.Arbitrary<Told> = fc.array(someTurn, { maxLength: 8 }).map((turns) => {
  const actions: ConversationAction[] = [];
  const messages: SavedMessage[] = [];
  const cutOff = new Map<string, string>();
  let version = 2;
  actions.push({ type: 'version-reached', version: 1 }, { type: 'version-reached', version: 2 });
  for (const turn of turns) {
    for (let others = 0; others < turn.othersBefore; others++) actions.push({ type: 'version-reached', version: ++version });
    const text = turn.words.join(' ');
    const seq = turn.saidBeforeSaving ? version : version + 1;
    if (turn.speaker === 'user') {
      turn.words.forEach((_, index) => actions.push({ type: 'transcription-updated', seq: version, text: turn.words.slice(0, index + 1).join(' '), isFinal: false }));
      actions.push({ type: 'transcription-updated', seq, text, isFinal: true }, { type: 'processing-changed', seq, status: 'thinking' });
    } else {
      actions.push({ type: 'assistant-responded', seq, text, tone: 'warm' }, { type: 'processing-changed', seq, status: 'complete' });
    }
    const message = savedMessage(++version, turn.speaker, text);
    messages.push(message);
    actions.push({ type: 'message-saved', message });
    if (turn.isToldLate) {
      actions.push({ type: 'noted', version: ++version, kind: 'back' });
      actions.push(turn.speaker === 'user' ? { type: 'transcription-updated', seq: version, text, isFinal: true } : { type: 'assistant-responded', seq: version, text, tone: 'warm' });
    }
    if (turn.isCutOff && turn.speaker === 'assistant') {
      const heard = turn.words[0] ?? '';
      actions.push({ type: 'answer-interrupted', version: ++version, messageId: message.message_id, heard });
      cutOff.set(message.message_id, heard);
    }
  }
  actions.push({ type: 'messages-read', after: 0, upTo: version, messages });
  return { messages, cutOff, lastVersion: version, actions };
});

/** The same actions in any order, some of them repeated. */
export function disordered<Action>(actions: readonly Action[]): fc.Arbitrary<Action[]> {
  return fc
    .subarray([...actions])
    .chain((again) => fc.shuffledSubarray([...actions, ...again], { minLength: actions.length + again.length }));
}
