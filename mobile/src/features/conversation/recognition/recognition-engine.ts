import type { RecognitionFailure } from './recognition-failure';

/** Words that a recogniser is done with. */
export interface Recognised {
  readonly text: string;
  /** From 0 to 1; null when it does not say. */
  readonly confidence: number | null;
}

/** What one run of a recogniser tells, in order; `onEnd` is the last. */
export interface EngineListener {
  /** @param finished what it is done with since the last call. @param pending what may still change, all of it. */
  onWords(finished: readonly Recognised[], pending: string): void;
  onFailure(failure: RecognitionFailure): void;
  onEnd(): void;
}

/** One run of a recogniser. After either, `onEnd` follows sooner or later, or never: no engine is to be trusted. */
export interface EngineRun {
  /** Listens no more, and still tells what it understood. */
  stop(): void;
  /** Forgets everything. */
  abort(): void;
  /** Whether it hears the track it was given, and not the whole room with the assistant's voice in it. */
  readonly hearsTheTrack: boolean;
}

/** A recogniser as the platform has it. */
export interface RecognitionEngine {
  /**
   * Begins to listen.
   *
   * @param locale such as `vi-VN`.
   * @param track the call's own microphone, without echo; an engine that cannot take it opens the microphone itself.
   * @throws when it cannot begin.
   */
  run(locale: string, track: MediaStreamTrack | null, listener: EngineListener): EngineRun;
}
