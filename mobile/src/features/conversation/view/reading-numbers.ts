/** A number of this reading, in the person's language. */
export interface ReadingNumber {
  readonly key: string;
  readonly display: string;
  readonly name: string;
  readonly title: string;
}

/** What the screen shows of the numbers a conversation is about. */
export interface ReadingNumbers {
  /** For the ring; the main one stands out. */
  readonly values: readonly number[];
  readonly main?: number;
  /** For the list after the conversation. */
  readonly list: readonly ReadingNumber[];
}

export const noNumbers: ReadingNumbers = { values: [], list: [] };
