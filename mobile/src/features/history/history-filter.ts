import { type ConversationStatus, type Language } from '@numeroly/generated-client';

/** What the list is narrowed to. */
export interface HistoryFilter {
  readonly words: string;
  readonly status: ConversationStatus | undefined;
  readonly language: Language | undefined;
  /** Only those that were rated well. */
  readonly liked: boolean;
}

export const everything: HistoryFilter = { words: '', status: undefined, language: undefined, liked: false };

const likedFrom = 4;

export function minRating({ liked }: HistoryFilter): number | undefined {
  return liked ? likedFrom : undefined;
}

export function isNarrowed(filter: HistoryFilter): boolean {
  return filter.words !== '' || filter.status !== undefined || filter.language !== undefined || filter.liked;
}
