import * as SecureStore from 'expo-secure-store';
import { credentialsFrom } from './reading-credentials';
import { type Credentials } from './session';

const key = 'numeroly.session';

/** On a phone: the system's keychain. */
export const credentialsStorage = {
  read: async (): Promise<Credentials | undefined> => credentialsFrom(await SecureStore.getItemAsync(key)),
  write: (credentials: Credentials): Promise<void> => SecureStore.setItemAsync(key, JSON.stringify(credentials)),
  clear: (): Promise<void> => SecureStore.deleteItemAsync(key),
};
