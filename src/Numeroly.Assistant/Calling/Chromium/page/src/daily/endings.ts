import type { DailyEventObjectFatalError } from '@daily-co/daily-js';
import type { Ending } from '../protocol.ts';

/** What a fatal error of daily-js says: its event, or whatever `join` was rejected with. */
export function endingOf(cause: unknown): Ending {
  const { error, errorMsg } = (typeof cause === 'object' && cause !== null ? cause : {}) as Partial<DailyEventObjectFatalError>;
  return { error: typeof error?.type === 'string' ? error.type : 'connection-error', message: errorMsg ?? (cause instanceof Error ? cause.message : String(cause)) };
}
