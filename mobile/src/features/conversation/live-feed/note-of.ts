import type { EventView, ProviderStage } from '@numeroly/generated-client';
import type { NoteKind } from '../state/notes';

/** What the person should be told of something that happened to the assistant; null for all that is no concern of theirs. */
export function noteOf(event: EventView): NoteKind | null {
  switch (event.type) {
    case 'assistant_arrived':
      return event.ordinal > 1 ? 'back' : null;
    case 'provider_failed':
      return simplerIn(event.stage, event.fell_back_to);
    default:
      return null;
  }
}

function simplerIn(stage: ProviderStage, fellBackTo: string | null): NoteKind {
  if (stage === 'text_to_speech') return fellBackTo === null ? 'no-voice' : 'simpler-voice';
  return stage === 'speech_to_text' ? 'simpler-hearing' : 'simpler-answers';
}
