import type { Turns } from '../protocol/app-messages';
import type { Recognised } from '../recognition/recognition-engine';
import type { Listening } from '../recognition/speech-recogniser';

/** A turn of the person that the device listens to, or was to. */
export interface TurnHeard {
  listening: Listening | null;
  readonly turns: Turns;
  readonly begunAt: string;
  /** The last sentence of an open microphone that was saved. */
  lastSentence: string | null;
  /** It waits until the assistant has spoken. */
  isPaused: boolean;
  /** What is still finishing what was said before that. */
  pausing: Listening | null;
  readonly listen: () => Listening | null;
  readonly save: (words: Recognised) => string;
  readonly onLost: () => void;
}

/** Forgets what was said in it and not told yet. */
export function letGo(turn: TurnHeard | null): void {
  turn?.listening?.abort();
  turn?.pausing?.abort();
}

/**
 * Stops listening while the assistant is heard, if it would be taken for the person. While a button is held the assistant is
 * silenced anyway; an open microphone would have it talk to itself.
 */
export function pause(turn: TurnHeard): void {
  if (turn.turns !== 'open' || turn.listening?.hearsOnlyThePerson() !== false) return;
  const pausing = turn.listening;
  turn.listening = null;
  turn.pausing = pausing;
  turn.isPaused = true;
  pausing.stop((words) => {
    if (words !== null) turn.lastSentence = turn.save(words);
  });
}
