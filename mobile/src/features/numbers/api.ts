import { useQuery } from '@tanstack/react-query';
import { type ApiClient, useApi } from '@/lib/api';
import { today } from '@/lib/dates/calendar-date';
import { type Language, useTranslation } from '@/lib/i18n';
import { type Profile } from '../profile/profile';
import { type NumbersView } from './numbers-view';

/** The operations that the generated client gets with the numbers' routes. */
interface NumbersClient {
  getNumbers(name: string, birth_date: string, on: string, language: Language, signal?: AbortSignal): Promise<NumbersView>;
  getConversationNumbers(conversationId: string, on: string | undefined, language: Language, signal?: AbortSignal): Promise<NumbersView>;
}

function numbersClient(api: ApiClient): NumbersClient {
  return api as unknown as NumbersClient;
}

/** Everything about a person's numbers today. It changes only with the person, the language and the day. */
export function useNumbers(profile: Profile | undefined) {
  const api = numbersClient(useApi());
  const { language } = useTranslation();
  const on = today();
  return useQuery({
    queryKey: ['numbers', profile?.name, profile?.birthDate, on, language],
    queryFn: ({ signal }) => api.getNumbers(profile?.name ?? '', profile?.birthDate ?? '', on, language, signal),
    enabled: profile !== undefined,
    staleTime: Infinity,
  });
}

/** The numbers of the reading that a conversation was about, on the day it was held. */
export function useConversationNumbers(conversationId: string, on: string | undefined) {
  const api = numbersClient(useApi());
  const { language } = useTranslation();
  return useQuery({
    queryKey: ['conversation', conversationId, 'numbers', on, language],
    queryFn: ({ signal }) => api.getConversationNumbers(conversationId, on, language, signal),
    staleTime: Infinity,
  });
}
