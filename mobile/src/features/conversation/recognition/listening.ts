import type { EngineRun, Recognised, RecognitionEngine } from './recognition-engine';
import type { RecognitionFailure } from './recognition-failure';
import { LAST_WORDS_MS, type Listening, type RecognitionListener } from './speech-recogniser';

/** Engines end by themselves after a minute, or when nobody speaks. One that ends this soon with nothing never began. */
const STILLBORN_MS = 1_000;
const MOST_STILLBORN = 3;

/**
 * Listens over as many runs of an engine as it takes: engines stop when they please, the person does not.
 *
 * @throws when the engine cannot begin.
 */
export function listen(
  engine: RecognitionEngine,
  locale: string,
  sentences: 'together' | 'apart',
  track: () => MediaStreamTrack | null,
  listener: RecognitionListener,
): Listening {
  const finished: Recognised[] = [];
  let pending = '';
  let failure: RecognitionFailure | null = null;
  let settle: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let stillborn = 0;
  let run: EngineRun;

  function begin(): EngineRun {
    const begunAt = performance.now();
    let hadWords = false;
    return engine.run(locale, track(), {
      onWords(news, unfinished) {
        if (isOver || failure !== null) return;
        hadWords = true;
        pending = unfinished.trim();
        for (const words of news) finish(words);
        listener.onInterim(soFar());
      },
      onFailure(found) {
        // Nobody spoke, or we asked for it: it ends, and listens again if it is still wanted.
        if (isOver || failure !== null || found === 'no-speech' || (found === 'aborted' && settle !== null)) return;
        fail(found);
      },
      onEnd() {
        if (isOver) return;
        if (settle !== null || failure !== null) return settle?.();
        // What it was in the middle of is as finished as it will be.
        if (pending !== '') finish({ text: pending, confidence: null });
        pending = '';
        stillborn = hadWords || performance.now() - begunAt >= STILLBORN_MS ? 0 : stillborn + 1;
        if (stillborn === MOST_STILLBORN) return fail('unavailable');
        try {
          run = begin();
        } catch {
          fail('unavailable');
        }
      },
    });
  }

  function finish(words: Recognised): void {
    const sentence = { ...words, text: words.text.trim() };
    if (sentence.text === '') return;
    if (sentences === 'apart' && settle === null) listener.onSentence(sentence);
    else finished.push(sentence);
  }

  function fail(found: RecognitionFailure): void {
    failure = found;
    listener.onFailure(found);
    settle?.();
  }

  function soFar(): string {
    return [...finished.map(({ text }) => text), pending].filter((text) => text !== '').join(' ');
  }

  function end(): void {
    isOver = true;
    settle = null;
    clearTimeout(timer);
  }

  run = begin();
  return {
    hearsOnlyThePerson: () => run.hearsTheTrack,
    stop(onUnderstood) {
      if (isOver || settle !== null) return;
      settle = () => {
        const text = soFar();
        const isWhole = failure === null;
        end();
        // What is still unfinished by now was shown to the person, and will do.
        onUnderstood(isWhole && text !== '' ? { text, confidence: confidenceIn(finished) } : null);
        run.abort();
      };
      if (failure !== null) return settle();
      timer = setTimeout(() => settle?.(), LAST_WORDS_MS);
      run.stop();
    },
    hurry: () => settle?.(),
    abort() {
      if (isOver) return;
      end();
      run.abort();
    },
  };
}

/** Of several sentences the average, weighed by their length; null when the engine does not say. */
function confidenceIn(sentences: readonly Recognised[]): number | null {
  const sure = sentences.filter((sentence): sentence is { text: string; confidence: number } => sentence.confidence !== null);
  const length = sure.reduce((sum, { text }) => sum + text.length, 0);
  return length === 0 ? null : sure.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / length;
}
