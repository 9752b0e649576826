import { credentialsFrom } from './reading-credentials';
import { type Credentials } from './session';

const key = 'numeroly.session';

/** In a browser: for as long as the tab is open. What outlives it could be read by whoever opens the computer next. */
export const credentialsStorage = {
  read: async (): Promise<Credentials | undefined> => credentialsFrom(sessionStorage.getItem(key)),
  write: async (credentials: Credentials): Promise<void> => sessionStorage.setItem(key, JSON.stringify(credentials)),
  clear: async (): Promise<void> => sessionStorage.removeItem(key),
};
