import { useMemo } from 'react';
import { useLearntNumbers, useNumbers } from '@/features/numbers/api';
import { mainNumber, ringNumbers } from '@/features/numbers/chosen-numbers';
import { useProfile } from '@/features/profile/profile';
import { useUser } from '@/features/session/session-provider';
import { noNumbers, type ReadingNumbers } from './reading-numbers';

/**
 * The numbers that the person talks about: their own, usually known before the conversation is; or, once they have told
 * the assistant whom it is about, that person's. None until then, since the conversation does not wait for them.
 *
 * @param learntAt the version at which the conversation learnt whom it is about; 0 when it learnt nothing.
 */
export function useReadingNumbers(conversationId: string | null, learntAt: number): ReadingNumbers {
  const own = useNumbers(useProfile(useUser()));
  const learnt = useLearntNumbers(conversationId, learntAt);
  const data = learnt.data ?? own.data;
  return useMemo(() => {
    if (data === undefined) return noNumbers;
    const list = ringNumbers(data);
    const main = mainNumber(data);
    return { list, values: list.map(({ value }) => value), ...(main !== undefined && { main: main.value }) };
  }, [data]);
}
