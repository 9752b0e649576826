import { useAudioLevelObserver } from '@daily-co/daily-react';
import { useCallback } from 'react';

/** Daily measures at most this often. */
const EVERY_MS = 100;

export interface LevelMeterProps {
  readonly sessionId: string;
  /** From 0 to 1. Must be stable. */
  readonly onLevel: (level: number) => void;
}

/**
 * Measures how loud someone in the call is; draws nothing. A component and not a hook, so that it exists only while its
 * session does: Daily's observer ends with the call and has to be started again after joining anew.
 */
export function LevelMeter({ sessionId, onLevel }: LevelMeterProps) {
  // Levels of everybody come together, and may come without this one.
  useAudioLevelObserver(sessionId, useCallback((level: number | undefined) => onLevel(level ?? 0), [onLevel]), undefined, EVERY_MS);
  return null;
}
