import type { CallAccess } from '@numeroly/generated-client';
import type { CallAction } from '../state/actions';
import { FakeCall, settled } from '../testing/fake-call';
import { keepCall, type CallSurroundings } from './keeping-the-call';

const HOUR = 3_600_000;

function access(token: string, expiresAt: number): CallAccess {
  return { conversation_id: 'c', room_url: 'https://numeroly.daily.co/c', token, expires_at: new Date(expiresAt).toISOString() };
}

function keeping(call: FakeCall, changes: Partial<CallSurroundings> = {}) {
  const told: CallAction[] = [];
  let renewals = 0;
  const kept = keepCall(call.asDailyCall(), access('first', Date.now() + HOUR), {
    tell: (action) => told.push(action),
    renew: async () => access(`renewed ${++renewals}`, Date.now() + HOUR),
    isForGood: () => false,
    isStillOpen: async () => true,
    now: Date.now,
    pauseBefore: () => 1_000,
    ...changes,
  });
  return { kept, told, types: () => told.map(({ type }) => type), tokens: () => call.joinedWith.map((properties) => (properties as { token: string }).token) };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function later(milliseconds: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(milliseconds);
  await settled();
}

test('it joins with the microphone off', async () => {
  const call = new FakeCall();
  const { types } = keeping(call);
  await settled();
  expect(types()).toEqual(['call-requested', 'call-joined']);
  expect(call.joinedWith).toEqual([{ url: 'https://numeroly.daily.co/c', token: 'first', startAudioOff: true, startVideoOff: true }]);
});

test('after the network was lost it counts the tries and joins again', async () => {
  const call = new FakeCall();
  call.answers.push('joined', { type: 'connection-error' }, { type: 'connection-error' }, 'joined');
  const { told, types } = keeping(call);
  await later(0);
  await call.ends('connection-error');
  await later(5_000);
  expect(told.filter(({ type }) => type === 'network-interrupted')).toEqual([1, 2, 3].map((attempt) => ({ type: 'network-interrupted', attempt })));
  expect(types().at(-1)).toBe('call-joined');
});

test('trying now does not wait for the pause', async () => {
  const call = new FakeCall();
  const { kept, types } = keeping(call, { pauseBefore: () => HOUR });
  await settled();
  await call.ends('connection-error');
  expect(types().at(-1)).toBe('network-interrupted');
  kept.retry();
  await settled();
  expect(types().at(-1)).toBe('call-joined');
});

test('after many failures it asks the person, and goes on when they say so', async () => {
  const call = new FakeCall();
  call.answers.push(...Array.from({ length: 9 }, () => ({ type: 'connection-error' })));
  const { kept, told, types } = keeping(call);
  await later(60_000);
  expect(told.at(-1)).toEqual({ type: 'call-lost', trouble: 'unreachable' });
  kept.retry();
  await settled();
  expect(types().slice(-2)).toEqual(['call-requested', 'call-joined']);
});

test('a token that no longer opens is replaced without a word', async () => {
  const call = new FakeCall();
  call.answers.push({ type: 'exp-token' }, 'joined');
  const { types, tokens } = keeping(call);
  await settled();
  expect(tokens()).toEqual(['first', 'renewed 1']);
  expect(types()).toEqual(['call-requested', 'call-joined']);
});

test('when fresh tokens are refused too, it says so', async () => {
  const call = new FakeCall();
  call.answers.push({ type: 'not-allowed' }, { type: 'not-allowed' }, { type: 'not-allowed' });
  const { told } = keeping(call);
  await settled();
  expect(told.at(-1)).toEqual({ type: 'call-lost', trouble: 'token-refused' });
});

test('the token is renewed before it expires, so that joining again does not wait for one', async () => {
  const call = new FakeCall();
  const { tokens } = keeping(call);
  await later(HOUR - 4 * 60_000);
  await call.ends('connection-error');
  await later(1_000);
  expect(tokens()).toEqual(['first', 'renewed 1']);
});

test('near the end of the room, where tokens get no longer, it does not ask for one after another', async () => {
  const call = new FakeCall();
  let asked = 0;
  keeping(call, {
    renew: async () => {
      asked += 1;
      return access('short', Date.now() + 60_000);
    },
  });
  await later(HOUR);
  expect(asked).toBeLessThanOrEqual(2 * 60);
});

test('put out of a conversation that goes on, it says that someone else took the place, and can come back', async () => {
  const call = new FakeCall();
  const { kept, told, types } = keeping(call);
  await settled();
  await call.ends('ejected');
  expect(told.slice(-2)).toEqual([{ type: 'ejected' }, { type: 'call-lost', trouble: 'taken-over' }]);
  kept.retry();
  await settled();
  expect(types().at(-1)).toBe('call-joined');
});

test('put out of a conversation that has ended, it stays out', async () => {
  const call = new FakeCall();
  const { types } = keeping(call, { isStillOpen: async () => false });
  await settled();
  await call.ends('ejected');
  await later(HOUR);
  expect(types().at(-1)).toBe('ejected');
  expect(call.joinedWith).toHaveLength(1);
});

test('when the server cannot be asked why, it is asked again', async () => {
  const call = new FakeCall();
  const answers = [false, false, true];
  const { told } = keeping(call, {
    isStillOpen: async () => {
      if (answers.shift() !== true) throw new TypeError('no network');
      return true;
    },
  });
  await settled();
  await call.ends('exp-room');
  await later(5_000);
  expect(told.at(-1)).toEqual({ type: 'call-lost', trouble: 'taken-over' });
});

test.each([
  ['meeting-full', 'room-full'],
  ['end-of-life', 'app-too-old'],
])('%s is told as %s', async (type, trouble) => {
  const call = new FakeCall();
  call.answers.push({ type });
  const { told } = keeping(call);
  await settled();
  expect(told.at(-1)).toEqual({ type: 'call-lost', trouble });
});

test('signalling and media are counted apart, and only both together are a whole call', async () => {
  const call = new FakeCall();
  const { types } = keeping(call);
  await settled();
  await call.network('signaling', 'interrupted');
  await call.network('sfu', 'interrupted');
  await call.network('signaling', 'connected');
  expect(types().at(-1)).toBe('network-interrupted');
  await call.network('sfu', 'connected');
  expect(types().at(-1)).toBe('network-restored');
});

test('let go, it leaves and tries nothing more', async () => {
  const call = new FakeCall();
  const { kept } = keeping(call);
  await settled();
  kept.letGo();
  await later(2 * HOUR);
  expect(call.done).toEqual(['left']);
  expect(call.joinedWith).toHaveLength(1);
});

test('a join that hangs is given up and tried anew', async () => {
  const call = new FakeCall();
  const join = call.join;
  call.join = async () => new Promise<never>(() => undefined);
  const { types } = keeping(call);
  await later(30_000);
  expect(types().at(-1)).toBe('network-interrupted');
  call.join = join;
  await later(1_000);
  expect(types().at(-1)).toBe('call-joined');
});
