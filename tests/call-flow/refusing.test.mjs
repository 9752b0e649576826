import assert from 'node:assert/strict';
import { until } from './world/until.mjs';
import { callWorld } from './world/world.mjs';

const world = callWorld();
const seconds = () => Math.floor(Date.now() / 1000);

async function refused(type, options) {
  const an = await world.page('An');
  const refusal = await an.refusal(options);
  assert.equal(refusal?.type, type);
  assert.equal((await an.event('error')).error.type, type);
  assert.equal(await an.run(() => call.meetingState()), 'error');
  return refusal;
}

world.test('a full room: meeting-full', async () => {
  const room = await world.room({ max_participants: 1 });
  await world.enter(room, 'Bình');
  await refused('meeting-full', { url: room.url });
});

world.test('a private room without a token: not-allowed', async () => {
  await refused('not-allowed', { url: (await world.room({}, 'private')).url });
});

world.test('a token with a wrong signature: not-allowed', async () => {
  const room = await world.room({}, 'private');
  const token = await world.standIn.token({ room_name: room.name });
  await refused('not-allowed', { url: room.url, token: `${token.slice(0, -4)}AAAA` });
});

world.test('a token for another room: not-allowed', async () => {
  const room = await world.room({}, 'private');
  await refused('not-allowed', { url: room.url, token: await world.standIn.token({ room_name: (await world.room()).name }) });
});

world.test('a room that does not exist: no-room', async () => {
  await refused('no-room', { url: `${world.standIn.url}/nobody-made-this` });
});

world.test('an expired room: exp-room', async () => {
  const exp = seconds() + 2;
  const room = await world.room({ exp });
  await until('the room to expire', () => seconds() > exp);
  await refused('exp-room', { url: room.url });
});

world.test('an expired token: exp-token', async () => {
  const exp = seconds() + 2;
  const room = await world.room({}, 'private');
  const token = await world.standIn.token({ room_name: room.name, exp });
  await until('the token to expire', () => seconds() > exp);
  await refused('exp-token', { url: room.url, token });
});

world.test('a room that is not open yet: nbf-room', async () => {
  await refused('nbf-room', { url: (await world.room({ nbf: seconds() + 3600 })).url });
});

world.test('after a refusal the same call object joins another room', async () => {
  const an = await world.page('An');
  await an.refusal({ url: `${world.standIn.url}/nobody-made-this` });
  const room = await world.room();
  assert.ok(await an.join({ url: room.url }));
});

world.test(
  'a server that is not there: a connection error that says where',
  async () => {
    const refusal = await refused('connection-error', { url: 'http://127.0.0.1:1/room' });
    assert.equal(refusal.details.on, 'join');
    assert.equal(refusal.details.uri, 'ws://127.0.0.1:1/standin/call/signalling');
  },
  // The browser itself reports the connection it could not make.
  { expected: /WebSocket connection to 'ws:\/\/127\.0\.0\.1:1\// },
);
