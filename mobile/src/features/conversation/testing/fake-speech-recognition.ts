import { act } from '@testing-library/react-native';
import type { WebSpeechHost, WebSpeechRecognition } from '../recognition/web-speech-engine';
import { settled } from './fake-call';

/** A browser's recogniser, steered by a test. */
export class FakeSpeechRecognition implements WebSpeechRecognition {
  lang = '';
  continuous = false;
  interimResults = false;
  maxAlternatives = 0;
  onresult: WebSpeechRecognition['onresult'] = null;
  onerror: WebSpeechRecognition['onerror'] = null;
  onend: WebSpeechRecognition['onend'] = null;
  /** What was done to it, in order. */
  readonly done: string[] = [];
  startedWith: MediaStreamTrack | undefined;
  private readonly said: { text: string; isFinal: boolean; confidence: number }[] = [];

  start(track?: MediaStreamTrack): void {
    this.startedWith = track;
    this.done.push('start');
  }

  stop(): void {
    this.done.push('stop');
  }

  abort(): void {
    this.done.push('abort');
  }

  /** It understands this; what was pending is replaced. */
  says(text: string, isFinal: boolean, confidence = isFinal ? 0.9 : 0): void {
    if (this.said.at(-1)?.isFinal === false) this.said.pop();
    this.said.push({ text, isFinal, confidence });
    const results = this.said.map((result) => Object.assign([{ transcript: result.text, confidence: result.confidence }], { isFinal: result.isFinal }));
    this.onresult?.({ resultIndex: results.length - 1, results: results as unknown as SpeechRecognitionResultList });
  }

  fails(error: string): void {
    this.onerror?.({ error });
    this.onend?.();
  }

  ends(): void {
    this.onend?.();
  }
}

/** A browser with a recogniser, and all runs of it that were begun. */
export class FakeSpeechHost {
  readonly runs: FakeSpeechRecognition[] = [];
  /** What happens right after a start; nothing by itself. */
  onStart: (run: FakeSpeechRecognition) => void = () => undefined;
  refusesToStart = false;

  /** @param takesTracks as Chromium does since it knows `processLocally`. */
  asHost(takesTracks = false): WebSpeechHost {
    const begun = (run: FakeSpeechRecognition) => {
      if (this.refusesToStart) throw new Error('InvalidStateError');
      this.runs.push(run);
      queueMicrotask(() => this.onStart(run));
    };
    class Recognition extends FakeSpeechRecognition {
      override start(track?: MediaStreamTrack): void {
        super.start(track);
        begun(this);
      }
    }
    if (takesTracks) Object.assign(Recognition.prototype, { processLocally: false });
    return { webkitSpeechRecognition: Recognition };
  }

  /** The run that listens now. */
  get latest(): FakeSpeechRecognition {
    const run = this.runs.at(-1);
    if (run === undefined) throw new Error('Nothing was started.');
    return run;
  }

  /** The same as the person with the app sees it. */
  async understands(text: string, isFinal: boolean, confidence?: number): Promise<void> {
    await this.happens((run) => run.says(text, isFinal, confidence));
  }

  async happens(what: (run: FakeSpeechRecognition) => void): Promise<void> {
    await act(async () => {
      what(this.latest);
      await settled();
    });
  }
}
