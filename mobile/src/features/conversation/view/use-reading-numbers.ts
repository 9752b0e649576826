import { useMemo } from 'react';
import { useNumbers } from '@/features/numbers/api';
import { mainNumber, ringNumbers } from '@/features/numbers/chosen-numbers';
import { useProfile } from '@/features/profile/profile';
import { useUser } from '@/features/session/session-provider';
import { noNumbers, type ReadingNumbers } from './reading-numbers';

/**
 * The numbers that the person talks about: their own, usually known before the conversation is. None until then, since
 * the conversation does not wait for them.
 */
export function useReadingNumbers(): ReadingNumbers {
  const { data } = useNumbers(useProfile(useUser()));
  return useMemo(() => {
    if (data === undefined) return noNumbers;
    const list = ringNumbers(data);
    const main = mainNumber(data);
    return { list, values: list.map(({ value }) => value), ...(main !== undefined && { main: main.value }) };
  }, [data]);
}
