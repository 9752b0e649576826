import { useCallback, useEffect, useMemo, useRef } from 'react';
import { type SharedValue, useSharedValue } from 'react-native-reanimated';

/** Quieter than this is taken for silence: breath, hum, an open line. */
const AUDIBLE = 0.02;
/** Pauses between words are shorter than this. */
const SILENCE_MS = 700;

export interface AudioLevels {
  /** Loudness from 0 to 1, for the ring; changes without drawing anything anew. */
  readonly mine: SharedValue<number>;
  readonly theirs: SharedValue<number>;
  /** For the level meters. */
  hearMine(level: number): void;
  hearTheirs(level: number): void;
}

/**
 * How loud both sides are, and when the assistant begins and stops speaking.
 *
 * @param onHeard must be stable.
 */
export function useAudioLevels(onHeard: (isHeard: boolean) => void): AudioLevels {
  const mine = useSharedValue(0);
  const theirs = useSharedValue(0);
  const silence = useRef<ReturnType<typeof setTimeout> | null>(null);

  const fallSilent = useCallback(() => {
    if (silence.current !== null) clearTimeout(silence.current);
    silence.current = null;
    theirs.set(0);
    onHeard(false);
  }, [onHeard, theirs]);

  useEffect(() => () => {
    if (silence.current !== null) clearTimeout(silence.current);
  }, []);

  return useMemo(
    () => ({
      mine,
      theirs,
      hearMine: (level) => mine.set(level),
      hearTheirs: (level) => {
        theirs.set(level);
        if (level < AUDIBLE) return;
        if (silence.current === null) onHeard(true);
        else clearTimeout(silence.current);
        silence.current = setTimeout(fallSilent, SILENCE_MS);
      },
    }),
    [fallSilent, mine, onHeard, theirs],
  );
}
