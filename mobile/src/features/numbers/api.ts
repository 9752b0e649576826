import { useQuery } from '@tanstack/react-query';
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
