import { QueryClient } from '@tanstack/react-query';

/** What was read is shown at once and read again behind it. Sending again is the connection's work, so there is none here. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
