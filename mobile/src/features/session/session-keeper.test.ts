import { type Credentials } from './session';
import { type CredentialsStorage, SessionKeeper } from './session-keeper';
import { type Identity, SignInError } from './signing-in';

const hour = 3_600_000;
const start = 1_000_000_000;

function credentials(accessToken: string, expiresAt: number): Credentials {
  return { user: 'alice', displayName: 'Alice', accessToken, expiresAt, refreshToken: undefined };
}

function keeping({ kept, identity = {} }: { kept?: Credentials; identity?: Partial<Identity> } = {}) {
  const clock = { now: start };
  const stored: { value: Credentials | undefined } = { value: kept };
  const storage: CredentialsStorage = {
    read: async () => stored.value,
    write: async (value) => void (stored.value = value),
    clear: async () => void (stored.value = undefined),
  };
  const keeper = new SessionKeeper({ signIn: async () => credentials('t1', clock.now + hour), refresh: async () => credentials('t2', clock.now + hour), ...identity }, storage, () => clock.now);
  return { keeper, clock, stored };
}

describe('SessionKeeper', () => {
  it('keeps who signed in over a restart, and forgets who signed out', async () => {
    const { keeper, stored } = keeping();
    await keeper.restore();
    await keeper.signIn('Alice');
    expect(stored.value?.accessToken).toBe('t1');
    await keeper.signOut();
    expect(stored.value).toBeUndefined();
    expect(keeper.get()).toEqual({ status: 'signed-out', because: 'asked' });
  });

  it('hands out a token that holds, without asking anybody', async () => {
    const refresh = jest.fn<ReturnType<Identity['refresh']>, []>();
    const { keeper } = keeping({ kept: credentials('t1', start + hour), identity: { refresh } });
    await keeper.restore();
    expect(await keeper.freshToken()).toBe('t1');
    expect(refresh).not.toHaveBeenCalled();
  });

  it('renews one that is about to end, once for all who ask', async () => {
    let asked = 0;
    const { keeper, clock, stored } = keeping({ kept: credentials('t1', start + hour), identity: { refresh: async () => { asked++; return credentials('t2', clock.now + hour); } } });
    await keeper.restore();
    clock.now += hour - 1000;
    expect(await Promise.all([keeper.freshToken(), keeper.freshToken(), keeper.freshToken()])).toEqual(['t2', 't2', 't2']);
    expect(asked).toBe(1);
    expect(stored.value?.accessToken).toBe('t2');
  });

  it('uses the old token to its end when nobody answers, and not beyond', async () => {
    const { keeper, clock } = keeping({ kept: credentials('t1', start + hour), identity: { refresh: async () => { throw new SignInError('unreachable'); } } });
    await keeper.restore();
    clock.now += hour - 1000;
    expect(await keeper.freshToken()).toBe('t1');
    clock.now += 2000;
    await expect(keeper.freshToken()).rejects.toThrow(SignInError);
    expect(keeper.get().status).toBe('signed-in');
  });

  it('signs out with the reason when the issuer wants the person again', async () => {
    const { keeper, clock } = keeping({ kept: credentials('t1', start + hour), identity: { refresh: async () => undefined } });
    await keeper.restore();
    clock.now += hour;
    expect(await keeper.freshToken()).toBeUndefined();
    expect(keeper.get()).toEqual({ status: 'signed-out', because: 'expired' });
  });

  it('tells listeners of each change', async () => {
    const { keeper } = keeping();
    const seen: string[] = [];
    keeper.subscribe(() => seen.push(keeper.get().status));
    await keeper.restore();
    await keeper.signIn('Alice');
    expect(seen).toEqual(['signed-out', 'signing-in', 'signed-in']);
  });
});
