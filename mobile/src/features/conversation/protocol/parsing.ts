import { MOST_CHARACTERS, type IncomingMessage } from './app-messages';
import { emotionalToneOf, endCauseOf, processingStatusOf } from './vocabulary';
import { fieldsOf, versionOf, type Fields } from './reading-json';

/** What became of something that arrived: understood, of a type that is not ours, or broken. */
export type Parsed =
  | { readonly kind: 'understood'; readonly message: IncomingMessage }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'malformed'; readonly reason: string };

type Reader = (data: Fields, seq: number | null) => IncomingMessage | string;

const readers: Readonly<Record<string, Reader>> = {
  transcription_update(data, seq) {
    if (typeof data.text !== 'string') return 'text must be a string';
    if (typeof data.isFinal !== 'boolean') return 'isFinal must be true or false';
    return { type: 'transcription_update', seq, text: data.text, confidence: confidenceOf(data.confidence), isFinal: data.isFinal };
  },
  processing_status(data, seq) {
    const status = processingStatusOf(data.status);
    return status === null ? 'status is not one of the known' : { type: 'processing_status', seq, status };
  },
  assistant_response(data, seq) {
    if (typeof data.text !== 'string' || data.text.trim() === '') return 'text must have a character';
    return { type: 'assistant_response', seq, text: data.text, emotionalTone: emotionalToneOf(data.emotionalTone) ?? 'neutral' };
  },
  conversation_ended(data, seq) {
    const cause = endCauseOf(data.cause);
    return cause === null ? 'cause is not one of the known' : { type: 'conversation_ended', seq, cause };
  },
};

/**
 * Reads an app message. Types we do not know are left alone, since a newer backend may send them; of the known ones
 * only what the screen cannot do without is demanded.
 *
 * @param conversationId messages that name another conversation are malformed: rooms are never reused.
 */
export function parseAppMessage(received: unknown, conversationId: string): Parsed {
  const message = fieldsOf(received);
  if (message === null || typeof message.type !== 'string') return malformed('not an object with a type');
  const read = Object.hasOwn(readers, message.type) ? readers[message.type] : undefined;
  if (read === undefined) return { kind: 'unknown' };

  const data = fieldsOf(message.data);
  if (data === null) return malformed('data must be an object');
  if (isTooLong(message)) return malformed('longer than Daily lets through');
  if (data.conversationId !== undefined && data.conversationId !== conversationId) return malformed('of another conversation');
  const seq = message.seq ?? null;
  if (seq !== null && versionOf(seq) === null) return malformed('seq must be a version');

  const result = read(data, versionOf(seq));
  return typeof result === 'string' ? malformed(result) : { kind: 'understood', message: result };
}

function malformed(reason: string): Parsed {
  return { kind: 'malformed', reason };
}

function isTooLong(message: Fields): boolean {
  return JSON.stringify(message).length > MOST_CHARACTERS;
}

// A recogniser may be surer than it can be, or say nothing at all; neither is a reason to lose the words.
function confidenceOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}
