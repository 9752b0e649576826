import type { Language } from '@/lib/i18n/language';
import type { Recognised } from './recognition-engine';
import type { RecognitionFailure } from './recognition-failure';

/** What is told while the person speaks. */
export interface RecognitionListener {
  /** All that is understood so far and not finished; empty when it turned out to be nothing. */
  onInterim(text: string): void;
  /** A sentence is finished. Only when sentences are wanted apart; otherwise they come together in the end. */
  onSentence(sentence: Recognised): void;
  /** It understands nothing any more until it is started anew. */
  onFailure(failure: RecognitionFailure): void;
}

/** Someone is being listened to. */
export interface Listening {
  /** No more will be said. Calls back once, at the latest after {@link LAST_WORDS_MS}, with null when nothing was understood. */
  stop(onUnderstood: (words: Recognised | null) => void): void;
  /** Has a stop that is under way call back now, with what there is. */
  hurry(): void;
  /** Forgets what was said; a stop that is under way never calls back. */
  abort(): void;
  /** Whether it hears only the person, and not the assistant's voice from the loudspeaker as well. */
  hearsOnlyThePerson(): boolean;
}

/** Turns the person's speech into text on their own device. */
export interface SpeechRecogniser {
  /**
   * Begins to listen.
   *
   * @param track the call's microphone as it is then, without echo; null while there is none.
   * @param sentences `together` for a turn that the person frames, `apart` for an open microphone.
   * @returns null when this device cannot, for now or for this session.
   */
  start(language: Language, sentences: 'together' | 'apart', track: () => MediaStreamTrack | null, listener: RecognitionListener): Listening | null;
}

/** Recognisers finish their last words about half a second after they are told to stop; a bad network takes longer. Milliseconds. */
export const LAST_WORDS_MS = 1_500;
