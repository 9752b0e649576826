import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '@/lib/api';
import { today } from '@/lib/dates/calendar-date';
import { useTranslation } from '@/lib/i18n';
import { type Profile } from '../profile/profile';

/** Everything about a person's numbers today. It changes only with the person, the language and the day. */
export function useNumbers(profile: Profile | undefined) {
  const api = useApi();
  const { language } = useTranslation();
  const on = today();
  return useQuery({
    queryKey: ['numbers', profile?.name, profile?.birthDate, on, language],
    queryFn: ({ signal }) => api.getNumbers(profile?.name, profile?.birthDate, on, language, undefined, undefined, signal),
    enabled: profile !== undefined,
    staleTime: Infinity,
  });
}

/** The numbers of the reading that a conversation was about, on the day it was held. */
export function useConversationNumbers(conversationId: string, on: string) {
  const api = useApi();
  const { language } = useTranslation();
  return useQuery({
    queryKey: ['conversation', conversationId, 'numbers', on, language],
    queryFn: ({ signal }) => api.getConversationNumbers(conversationId, on, language, undefined, signal),
    staleTime: Infinity,
  });
}

/**
 * The numbers of a conversation that is told whom it is about while it goes on; read again whenever it learns more.
 *
 * @param learntAt the version at which it learnt last; 0 while it has learnt nothing, and then there are none.
 */
export function useLearntNumbers(conversationId: string | null, learntAt: number) {
  const api = useApi();
  const queries = useQueryClient();
  const { language } = useTranslation();
  const on = today();
  const id = conversationId ?? '';
  const hasLearnt = conversationId !== null && learntAt > 0;
  useEffect(() => {
    // Whoever shows this conversation later must not show whom it was about before.
    if (hasLearnt) void queries.invalidateQueries({ queryKey: ['conversation', id], refetchType: 'none' });
  }, [hasLearnt, id, learntAt, queries]);
  return useQuery({
    queryKey: ['conversation', id, 'numbers', on, language, learntAt],
    queryFn: ({ signal }) => api.getConversationNumbers(id, on, language, undefined, signal),
    enabled: hasLearnt,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
