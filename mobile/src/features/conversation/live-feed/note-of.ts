import { named, type Fields } from '../protocol/reading-json';
import type { NoteKind } from '../state/notes';

/** What the person should be told of something that happened to the assistant; null for all that is no concern of theirs. */
export function noteOf(type: unknown, data: Fields): NoteKind | null {
  if (type === 'assistant_arrived') {
    const ordinal = named(data, 'Ordinal');
    return typeof ordinal === 'number' && ordinal > 1 ? 'back' : null;
  }
  return type === 'provider_failed' ? simplerIn(String(named(data, 'Stage')).toLowerCase(), named(data, 'FellBackTo')) : null;
}

function simplerIn(stage: string, fellBackTo: unknown): NoteKind {
  if (/speak|speech_synthesis|to_?speech|voice/.test(stage)) return typeof fellBackTo === 'string' && fellBackTo !== '' ? 'simpler-voice' : 'no-voice';
  return /hear|to_?text|transcri|recogni/.test(stage) ? 'simpler-hearing' : 'simpler-answers';
}
