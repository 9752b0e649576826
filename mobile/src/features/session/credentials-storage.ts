import * as SecureStore from 'expo-secure-store';
import { credentialsFrom } from './reading-credentials';
import { type Credentials } from './session';

const key = 'numeroly.session';
// A keychain entry is only promised to hold 2048 bytes, and an issuer's tokens together are longer.
const pieceLength = 1800;
const mostPieces = 16;

const pieceKey = (index: number) => `${key}.${index}`;

/** On a phone: the system's keychain, in pieces. */
export const credentialsStorage = {
  read: async (): Promise<Credentials | undefined> => {
    const count = Number((await SecureStore.getItemAsync(key)) ?? 0);
    if (!Number.isInteger(count) || count < 1 || count > mostPieces) return undefined;
    const pieces = await Promise.all(Array.from({ length: count }, (_, index) => SecureStore.getItemAsync(pieceKey(index))));
    return pieces.includes(null) ? undefined : credentialsFrom(pieces.join(''));
  },
  write: async (credentials: Credentials): Promise<void> => {
    const text = JSON.stringify(credentials);
    const count = Math.ceil(text.length / pieceLength);
    for (let index = 0; index < count; index++) await SecureStore.setItemAsync(pieceKey(index), text.slice(index * pieceLength, (index + 1) * pieceLength));
    // Last, so that pieces cut off by a crash are not read.
    await SecureStore.setItemAsync(key, String(count));
  },
  clear: async (): Promise<void> => {
    const count = Math.min(Number((await SecureStore.getItemAsync(key)) ?? 0) || 0, mostPieces);
    await SecureStore.deleteItemAsync(key);
    for (let index = 0; index < count; index++) await SecureStore.deleteItemAsync(pieceKey(index));
  },
};
