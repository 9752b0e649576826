import type { NumberView } from '@numeroly/generated-client';

/** What the screen shows of the numbers a conversation is about. */
export interface ReadingNumbers {
  /** For the ring; the main one stands out. */
  readonly values: readonly number[];
  readonly main?: number;
  /** For the list after the conversation. */
  readonly list: readonly NumberView[];
}

export const noNumbers: ReadingNumbers = { values: [], list: [] };
