import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandIn } from './world/stand-in.mjs';
import { until } from './world/until.mjs';
import { callWorld } from './world/world.mjs';

const world = callWorld({ standIn: { SignallingGrace: '6s' } });

const connections = async (participant, type) => (await participant.events('network-connection')).filter((event) => event.type === type).map(({ event }) => event);
const isOn = (event, type) => (happened) => happened.type === type && happened.event === event;
const breaks = (room, what, seconds, sessionId) => world.standIn.control('POST', `/rooms/${room.name}/break`, { what, seconds, ...(sessionId && { session_id: sessionId }) });

async function two() {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  const guide = await world.enter(room, 'Guide');
  await guide.hears(an.id);
  await an.forgetEvents();
  await guide.forgetEvents();
  return { room, an, guide };
}

world.test('signalling cut and restored: interrupted, then connected, in the same session', async () => {
  const { room, an, guide } = await two();
  await breaks(room, 'signalling', 1.5, an.id);
  await an.event('network-connection', isOn('interrupted', 'signaling'));
  await guide.run(() => void call.setUserName('Guide, while away'));
  await guide.run(() => void call.sendAppMessage('while away'));
  await guide.hears(an.id);

  await an.event('network-connection', isOn('connected', 'signaling'));
  assert.equal(await an.sessionId(), an.id);
  await an.untilSees('what changed meanwhile', guide.id, ({ user_name: name }) => name === 'Guide, while away');
  await guide.run(() => void call.sendAppMessage('afterwards'));
  await an.event('app-message', ({ data }) => data === 'afterwards');
  assert.deepEqual((await an.events('app-message')).map(({ data }) => data), ['afterwards'], 'app messages are not replayed');
  assert.deepEqual(await connections(an, 'signaling'), ['interrupted', 'connected']);
  assert.deepEqual(await guide.events('participant-left'), []);
});

world.test('who came and who went during a break: seen afterwards, and heard', async () => {
  const { room, an, guide } = await two();
  await breaks(room, 'signalling', 1.5, an.id);
  await an.event('network-connection', isOn('interrupted', 'signaling'));
  await guide.run(() => call.leave());
  const chi = await world.enter(room, 'Chi');

  await an.event('network-connection', isOn('connected', 'signaling'));
  await an.untilGone(guide.id);
  await an.hears(chi.id);
  await chi.hears(an.id);
});

world.test('away for longer than the grace: the others see it gone, and it gets a connection error', async () => {
  const { room, an, guide } = await two();
  await breaks(room, 'signalling', 30, an.id);
  await guide.untilGone(an.id);
  const [{ reason }] = (await world.standIn.control('GET', `/ledger?room=${room.name}`)).participants.filter(({ session_id: id }) => id === an.id);
  assert.equal(reason, 'lost');

  const { error } = await an.event('error');
  assert.deepEqual([error.type, error.details.on], ['connection-error', 'reconnect']);
  await an.event('left-meeting');
  assert.equal(await an.run(() => call.meetingState()), 'error');
  assert.notEqual(await an.join({ url: room.url }), an.id);
});

world.test('ejected during a break: it hears of it when it comes back', async () => {
  const { room, an } = await two();
  await breaks(room, 'signalling', 1.5, an.id);
  await an.event('network-connection', isOn('interrupted', 'signaling'));
  await world.standIn.rest('POST', `/rooms/${room.name}/eject`, { ids: [an.id] });
  assert.equal((await an.event('error')).error.type, 'ejected');
});

world.test('media cut and restored: both sides say so, and hear each other again', async () => {
  const { room, an, guide } = await two();
  // Long enough for the other side to notice by itself, which takes a browser some seconds.
  await breaks(room, 'media', 12, an.id);
  for (const [one, other] of [[an, guide], [guide, an]]) {
    await one.event('network-connection', isOn('interrupted', 'sfu'));
    await one.untilSees('it interrupted', other.id, ({ tracks }) => tracks.audio.state === 'interrupted');
    assert.deepEqual(await connections(one, 'signaling'), []);
  }

  for (const [one, other] of [[an, guide], [guide, an]]) {
    await one.event('network-connection', isOn('connected', 'sfu'));
    await one.untilSees('it playable', other.id, ({ tracks }) => tracks.audio.state === 'playable');
    await one.hears(other.id);
  }
});

world.test('media and signalling cut together: both come back', async () => {
  const { room, an, guide } = await two();
  await breaks(room, 'media', 3, an.id);
  await breaks(room, 'signalling', 2, an.id);
  await an.event('network-connection', isOn('connected', 'signaling'));
  await an.event('network-connection', isOn('connected', 'sfu'));
  await an.hears(guide.id);
  await guide.hears(an.id);
  // So short a break the other side may never have noticed; what it noticed must be over.
  await guide.untilSees('it playable', an.id, ({ tracks }) => tracks.audio.state === 'playable');
  assert.notEqual((await connections(guide, 'sfu')).at(-1), 'interrupted');
});

world.test(
  'the page without a network and back: the session goes on',
  async () => {
    const { an, guide } = await two();
    await an.context.setOffline(true);
    await an.event('network-connection', isOn('interrupted', 'signaling'));
    await an.context.setOffline(false);
    await an.event('network-connection', isOn('connected', 'signaling'));
    assert.equal(await an.sessionId(), an.id);
    await guide.hears(an.id);
  },
  // The browser's own word for an attempt it could not make.
  { expected: /ERR_INTERNET_DISCONNECTED/ },
);

world.test(
  'the server restarted in the middle of the call: the sessions are taken up again',
  async () => {
    const data = mkdtempSync(join(tmpdir(), 'call-flow-state-'));
    const first = await startStandIn({ DataDirectory: data });
    const port = new URL(first.url).port;
    const room = await first.room('restarted');
    const an = await world.enter(room, 'An');
    const guide = await world.enter(room, 'Guide');
    await guide.hears(an.id);
    await first.stop();
    await an.event('network-connection', isOn('interrupted', 'signaling'));

    const second = await startStandIn({ DataDirectory: data, Port: port });
    try {
      for (const one of [an, guide]) {
        await until('signalling to come back', async () => (await connections(one, 'signaling')).at(-1) === 'connected');
      }
      await guide.run(() => void call.sendAppMessage('still here'));
      await an.event('app-message', ({ data: text }) => text === 'still here');
      assert.equal((await second.rest('GET', '/rooms/restarted/presence')).total_count, 2);
    } finally {
      await second.stop();
      rmSync(data, { recursive: true, force: true });
    }
  },
  { expected: /WebSocket connection to .* failed/ },
);
