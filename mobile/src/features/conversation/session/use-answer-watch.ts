import { useEffect } from 'react';
import type { ConversationAction } from '../state/actions';

/** Longer than any answer takes; then nobody is answering, and the person should know. */
const ANSWER_WITHIN_MS = 25_000;

/** Notices that no answer comes. Every sign of work begins the waiting anew. */
export function useAnswerWatch(isThinking: boolean, sign: string | null, dispatch: (action: ConversationAction) => void): void {
  useEffect(() => {
    if (!isThinking) return undefined;
    const timer = setTimeout(() => dispatch({ type: 'answer-missed' }), ANSWER_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [dispatch, isThinking, sign]);
}
