import { ApiException } from '@numeroly/generated-client';
import { useMemo } from 'react';
import { useSessionKeeper } from '@/features/session/session-provider';
import { liveFeedUrl, useApi } from '@/lib/api';
import { appVersion, useConfiguration } from '@/lib/config';
import type { FeedSource } from './live-feed';
import { streamingFetch } from './streaming-fetch';

/** How many events the API gives at once. */
const PAGE_SIZE = 100;

/** The server's side of a conversation's live feed, as the signed-in person; null while there is no conversation. */
export function useFeedSource(conversationId: string | null): FeedSource | null {
  const api = useApi();
  const { apiUrl } = useConfiguration();
  const keeper = useSessionKeeper();

  return useMemo(() => {
    if (conversationId === null) return null;
    return {
      async open(after, signal) {
        const token = await keeper.freshToken();
        const headers = {
          Accept: 'text/event-stream',
          'App-Version': appVersion,
          'Last-Event-ID': String(after),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        };
        const response = await streamingFetch(liveFeedUrl(apiUrl, conversationId, after), headers, signal);
        if (response.ok) return response;
        throw await refusal(response);
      },
      list: (after, signal) => api.listEvents(conversationId, after, PAGE_SIZE, signal),
    };
  }, [api, apiUrl, conversationId, keeper]);
}

// As the generated client rejects, so that one place names all failures.
async function refusal(response: Response): Promise<ApiException> {
  const text = await response.text();
  return new ApiException('The live feed was refused.', response.status, text, {}, parsed(text));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // A proxy's page, not the API's problem.
  }
}
