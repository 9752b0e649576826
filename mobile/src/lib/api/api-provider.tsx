import { createContext, type PropsWithChildren, useContext } from 'react';
import { type ApiClient } from './client';

const ApiContext = createContext<ApiClient | undefined>(undefined);

export function ApiProvider({ client, children }: PropsWithChildren<{ client: ApiClient }>) {
  return <ApiContext.Provider value={client}>{children}</ApiContext.Provider>;
}

/** The API, signed in as the person who is. */
export function useApi(): ApiClient {
  const client = useContext(ApiContext);
  if (!client) throw new Error('useApi is used outside an ApiProvider.');
  return client;
}
