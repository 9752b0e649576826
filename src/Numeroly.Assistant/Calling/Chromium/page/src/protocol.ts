/**
 * What passes between this page and the process that opened it, over one WebSocket. Text frames are these messages; binary
 * frames are 16-bit samples: to the page what is to be said, at 24 kHz, from the page what is heard, at 16 kHz and 20 ms each.
 */
export type ToPage =
  | { type: 'join'; url: string; token: string; userName: string; bundlePath: string | null }
  | { type: 'flush'; id: number }
  | { type: 'app-message'; data: unknown }
  | { type: 'transcribe'; language: string; model: string }
  | { type: 'leave' };

export type FromPage =
  /** A sign of life, every few seconds. */
  | { type: 'alive' }
  | { type: 'joined'; sessionId: string }
  | { type: 'participant-joined'; sessionId: string; userId: string | null }
  | { type: 'participant-left'; sessionId: string }
  | { type: 'microphone'; sessionId: string; isOpen: boolean }
  | { type: 'app-message'; sessionId: string; data: unknown }
  | ({ type: 'progress' } & Progress)
  | ({ type: 'flushed'; id: number } & Progress)
  | { type: 'connection'; isLost: boolean }
  | { type: 'transcribed'; sessionId: string; text: string; isFinal: boolean; confidence: number | null }
  | { type: 'transcription'; isRunning: boolean; reason: string | null }
  | ({ type: 'over' } & Ending)
  /** The call was left as asked. */
  | { type: 'left' };

/** Counts of samples since the page was opened. */
export interface Progress {
  played: number;
  /** Played or dropped. */
  consumed: number;
}

/** Why a call could not be joined, or is over. */
export interface Ending {
  /** daily-js's type of a fatal error, or one of ours: `audio`, `left`. */
  error: string;
  message: string;
}
