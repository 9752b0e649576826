import type { Language } from '@/lib/i18n/language';
import { listen } from './listening';
import type { RecognitionEngine } from './recognition-engine';
import { isForGood, type RecognitionFailure } from './recognition-failure';
import type { SpeechRecogniser } from './speech-recogniser';

const locales: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-US' };

/** One failure that may pass does pass, mostly; another right after it does not. */
const MOST_FAILURES = 2;

/** The device's recogniser for one session: once it has failed for good it is not asked again. */
export function deviceRecogniser(engine: RecognitionEngine): SpeechRecogniser {
  let failures = 0;

  function failed(failure: RecognitionFailure): void {
    failures = isForGood(failure) ? MOST_FAILURES : failures + 1;
  }

  return {
    start(language, sentences, track, listener) {
      if (failures >= MOST_FAILURES) return null;
      try {
        return listen(engine, locales[language], sentences, track, {
          onInterim(text) {
            failures = 0;
            listener.onInterim(text);
          },
          onSentence: listener.onSentence,
          onFailure(failure) {
            failed(failure);
            listener.onFailure(failure);
          },
        });
      } catch {
        // It is not there in spite of what it says of itself, or still busy with the last turn.
        failed('microphone');
        return null;
      }
    },
  };
}
