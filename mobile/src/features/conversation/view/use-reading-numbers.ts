import { noNumbers, type ReadingNumbers } from './reading-numbers';

/** The numbers a conversation is about; none until they are known, since the conversation does not wait for them. */
export function useReadingNumbers(conversationId: string | null): ReadingNumbers {
  return conversationId === null ? noNumbers : noNumbers;
}
