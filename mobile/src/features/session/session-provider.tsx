import { createContext, type PropsWithChildren, useContext, useSyncExternalStore } from 'react';
import { type Session } from './session';
import { type SessionKeeper } from './session-keeper';

const SessionContext = createContext<SessionKeeper | undefined>(undefined);

export function SessionProvider({ keeper, children }: PropsWithChildren<{ keeper: SessionKeeper }>) {
  return <SessionContext.Provider value={keeper}>{children}</SessionContext.Provider>;
}

/** Signing in and out, and a token for requests that the API's client does not make. */
export function useSessionKeeper(): SessionKeeper {
  const keeper = useContext(SessionContext);
  if (!keeper) throw new Error('The session is used outside a SessionProvider.');
  return keeper;
}

export function useSession(): Session {
  const keeper = useSessionKeeper();
  return useSyncExternalStore(keeper.subscribe, keeper.get, keeper.get);
}

/** The signed-in person's id, or undefined. */
export function useUser(): string | undefined {
  const session = useSession();
  return session.status === 'signed-in' ? session.credentials.user : undefined;
}
