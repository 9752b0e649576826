import type { ExpoSpeechRecognitionModule } from 'expo-speech-recognition';
import { confidenceOf } from './confidence';
import type { EngineListener, RecognitionEngine } from './recognition-engine';
import { failureNamed } from './recognition-failure';

/** What is used of the module. */
export type AndroidRecognition = Pick<typeof ExpoSpeechRecognitionModule, 'start' | 'stop' | 'abort' | 'addListener'>;

interface Run {
  readonly locale: string;
  readonly listener: EngineListener;
}

/** Android's recogniser. There is one for the whole app, so that a run waits until the one before it has ended. */
export function androidEngine(module: AndroidRecognition): RecognitionEngine {
  let current: Run | null = null;
  let next: Run | null = null;

  function begin(run: Run): void {
    current = run;
    // Continuous recognition is what makes the module record in our own process, and what keeps Android from beeping.
    module.start({ lang: run.locale, interimResults: true, continuous: true, addsPunctuation: true, maxAlternatives: 1 });
  }

  module.addListener('result', ({ isFinal, results }) => {
    const [best] = results;
    if (best === undefined) return;
    if (isFinal) current?.listener.onWords([{ text: best.transcript, confidence: confidenceOf(best.confidence) }], '');
    else current?.listener.onWords([], best.transcript);
  });
  module.addListener('error', ({ error }) => current?.listener.onFailure(failureNamed(error)));
  module.addListener('end', () => {
    const ended = current;
    const waiting = next;
    current = null;
    next = null;
    if (waiting !== null) begin(waiting);
    ended?.listener.onEnd();
  });

  return {
    run(locale, _track, listener) {
      const mine = { locale, listener };
      if (current === null) begin(mine);
      else {
        next = mine;
        module.abort();
      }
      const whileMine = (act: () => void) => () => {
        if (next === mine) next = null;
        else if (current === mine) act();
      };
      return { hearsTheTrack: false, stop: whileMine(() => module.stop()), abort: whileMine(() => module.abort()) };
    },
  };
}
