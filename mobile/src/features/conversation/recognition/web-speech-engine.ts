import { confidenceOf } from './confidence';
import type { EngineListener, Recognised, RecognitionEngine } from './recognition-engine';
import { failureNamed } from './recognition-failure';

/** The Web Speech API's recogniser, as far as it is used; TypeScript has types for its results only. */
export interface WebSpeechRecognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  maxAlternatives: number;
  onresult: ((event: Pick<SpeechRecognitionEvent, 'resultIndex' | 'results'>) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(track?: MediaStreamTrack): void;
  stop(): void;
  abort(): void;
}

type WebSpeechConstructor = new () => WebSpeechRecognition;

/** Where a browser has it. */
export interface WebSpeechHost {
  readonly SpeechRecognition?: WebSpeechConstructor;
  readonly webkitSpeechRecognition?: WebSpeechConstructor;
}

/** The recogniser of a browser; null where it has none. That there is one says nothing about whether it works. */
export function webSpeechEngine(host: object): RecognitionEngine | null {
  const { SpeechRecognition, webkitSpeechRecognition } = host as WebSpeechHost;
  const Recognition = SpeechRecognition ?? webkitSpeechRecognition;
  if (Recognition === undefined) return null;
  // Nothing tells whether start() takes a track; what came to Chromium a few versions later does.
  const takesTracks = 'processLocally' in (Recognition.prototype as object);
  return {
    run(locale, track, listener) {
      const recognition = new Recognition();
      recognition.lang = locale;
      recognition.continuous = true;
      recognition.interimResults = true;
      recognition.maxAlternatives = 1;
      recognition.onresult = ({ resultIndex, results }) => tell(results, resultIndex, listener);
      recognition.onerror = ({ error }) => listener.onFailure(failureNamed(error));
      recognition.onend = () => listener.onEnd();
      const hearsTheTrack = takesTracks && track?.readyState === 'live';
      if (hearsTheTrack) recognition.start(track);
      else recognition.start();
      return { hearsTheTrack, stop: () => recognition.stop(), abort: () => recognition.abort() };
    },
  };
}

function tell(results: SpeechRecognitionResultList, from: number, listener: EngineListener): void {
  const finished: Recognised[] = [];
  const pending: string[] = [];
  for (let index = from; index < results.length; index++) {
    const result = results[index];
    const best = result?.[0];
    if (result === undefined || best === undefined) continue;
    if (result.isFinal) finished.push({ text: best.transcript, confidence: confidenceOf(best.confidence) });
    else pending.push(best.transcript.trim());
  }
  listener.onWords(finished, pending.join(' '));
}
