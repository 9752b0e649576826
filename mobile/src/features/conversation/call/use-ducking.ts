import { useDaily } from '@daily-co/daily-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';

/** The assistant stops within this time when it is spoken over; if it does not, it is to be heard again. Milliseconds. */
const LONGEST_MS = 400;

/** Silences the assistant here, at once, until it has stopped by itself. */
export interface Ducking {
  /** The person takes the word. */
  duck(): void;
  /** The person is heard to speak; silences once in an answer, since what is heard may be the answer's own echo. */
  duckOnce(): void;
  lift(): void;
}

/** @param isHeard whether the assistant is; nothing is silenced that is silent. */
export function useDucking(assistantId: string | null, isHeard: boolean): Ducking {
  const call = useDaily();
  const silenced = useRef<MediaStreamTrack | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const hasDucked = useRef(false);

  const lift = useCallback(() => {
    clearTimeout(timer.current);
    if (silenced.current !== null) silenced.current.enabled = true;
    silenced.current = null;
  }, []);

  const duck = useCallback(() => {
    const track = assistantId === null ? undefined : call?.participants()[assistantId]?.tracks.audio.persistentTrack;
    if (!isHeard || track === undefined || silenced.current !== null) return;
    hasDucked.current = true;
    // What comes from afar is silenced here only; nobody else in the call hears a difference.
    track.enabled = false;
    silenced.current = track;
    timer.current = setTimeout(lift, LONGEST_MS);
  }, [assistantId, call, isHeard, lift]);

  const duckOnce = useCallback(() => {
    if (!hasDucked.current) duck();
  }, [duck]);

  useEffect(() => {
    if (isHeard) return;
    hasDucked.current = false;
    lift();
  }, [isHeard, lift]);
  useEffect(() => lift, [lift]);

  return useMemo(() => ({ duck, duckOnce, lift }), [duck, duckOnce, lift]);
}
