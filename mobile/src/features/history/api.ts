import { type SavedMessage } from '@numeroly/generated-client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ApiClient, useApi } from '@/lib/api';
import { type HistoryFilter, minRating } from './history-filter';

const pageSize = 20;
// The most that the API gives at once.
const messagesAtOnce = 100;
const pollMs = 5000;

/** One's own conversations, newest first, page by page. */
export function useHistory(filter: HistoryFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['conversations', filter],
    queryFn: ({ pageParam, signal }) =>
      api.listConversations(pageSize, pageParam, filter.words || undefined, filter.status, filter.language, undefined, undefined, minRating(filter), signal),
    initialPageParam: 0,
    getNextPageParam: ({ offset, items, total }) => (offset + items.length < total && items.length > 0 ? offset + items.length : undefined),
  });
}

/** A conversation as it is; asked again while its recording is still being prepared. */
export function useConversation(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['conversation', id],
    queryFn: ({ signal }) => api.getConversation(id, undefined, undefined, signal),
    refetchInterval: ({ state }) => (state.data?.status === 'ended' && state.data.recording.status === 'pending' ? pollMs : false),
  });
}

/** All that was said, in order. */
export function useTranscript(id: string) {
  const api = useApi();
  return useQuery({ queryKey: ['conversation', id, 'messages'], queryFn: ({ signal }) => readTranscript(api, id, signal) });
}

async function readTranscript(api: ApiClient, id: string, signal: AbortSignal): Promise<readonly SavedMessage[]> {
  const messages: SavedMessage[] = [];
  for (let after: number | undefined; ; ) {
    const page = await api.listMessages(id, after, messagesAtOnce, signal);
    messages.push(...page.items);
    if (!page.has_more) return messages;
    after = page.last_version;
  }
}

/** Links to the recording. They are good for a while only, so they are fetched when they are needed and again later. */
export function useRecording(id: string, ready: boolean) {
  const api = useApi();
  return useQuery({ queryKey: ['conversation', id, 'recording'], queryFn: ({ signal }) => api.getRecording(id, signal), enabled: ready, staleTime: 10 * 60_000 });
}
