import { useCallback, useEffect, useRef } from 'react';
import type { Ducking } from '../call/use-ducking';

/** As loud as a person near the microphone, and louder than what echo cancellation leaves of the loudspeaker. */
const SPOKEN = 0.12;
/** Measurements in a row, of a tenth of a second each: a cough or a key is shorter. */
const IN_A_ROW = 2;

/**
 * Silences the assistant as soon as the person is heard to speak over it into an open microphone.
 *
 * @param isWatching while the microphone is open and the assistant is heard.
 * @returns takes the place of `hearMine`; stable.
 */
export function useSpeakingOver(isWatching: boolean, { duckOnce }: Pick<Ducking, 'duckOnce'>, hearMine: (level: number) => void): (level: number) => void {
  const latest = useRef({ isWatching, duckOnce });
  const loud = useRef(0);
  useEffect(() => {
    latest.current = { isWatching, duckOnce };
    if (!isWatching) loud.current = 0;
  });
  return useCallback(
    (level: number) => {
      hearMine(level);
      loud.current = latest.current.isWatching && level >= SPOKEN ? loud.current + 1 : 0;
      if (loud.current >= IN_A_ROW) latest.current.duckOnce();
    },
    [hearMine],
  );
}
