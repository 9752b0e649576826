import { credentialsStorage } from './credentials-storage';
import { type Credentials } from './session';

const mockKept = new Map<string, string>();
jest.mock('expo-secure-store', () => ({
  getItemAsync: async (key: string) => mockKept.get(key) ?? null,
  setItemAsync: async (key: string, value: string) => {
    if (value.length > 2048) throw new Error('too long for the keychain');
    mockKept.set(key, value);
  },
  deleteItemAsync: async (key: string) => void mockKept.delete(key),
}));

const long: Credentials = { user: 'u', displayName: 'Đào', accessToken: 'a'.repeat(3000), refreshToken: 'r'.repeat(2500), expiresAt: 5 };

describe('the keychain', () => {
  beforeEach(() => mockKept.clear());

  it('gives back tokens that are longer than one entry', async () => {
    await credentialsStorage.write(long);
    expect(await credentialsStorage.read()).toEqual(long);
  });

  it('keeps nothing after signing out', async () => {
    await credentialsStorage.write(long);
    await credentialsStorage.clear();
    expect([...mockKept]).toEqual([]);
    expect(await credentialsStorage.read()).toBeUndefined();
  });

  it('reads nothing when a piece is missing', async () => {
    await credentialsStorage.write(long);
    mockKept.delete('numeroly.session.1');
    expect(await credentialsStorage.read()).toBeUndefined();
  });
});
