import assert from 'node:assert/strict';
import { callWorld } from './world/world.mjs';

const world = callWorld();

world.test('joining a room: daily-js is in the call, connected, with its own microphone', async () => {
  const room = await world.room({ max_participants: 2 });
  const an = await world.enter(room, 'An');

  await an.event('track-started', ({ participant }) => participant.local);
  assert.equal(await an.run(() => call.meetingState()), 'joined-meeting');
  assert.equal((await an.run(() => call.room())).name, room.name);
  assert.equal((await an.run(() => call.room())).config.max_participants, 2);
  assert.deepEqual(await an.run(() => call.getNetworkTopology()), { topology: 'sfu' });
  assert.deepEqual(await an.run(() => call.participantCounts()), { present: 1, hidden: 0 });
  assert.match((await an.run(() => call.meetingSessionSummary())).id, /^[0-9a-f-]{36}$/);
  assert.deepEqual((await an.events('network-connection')).map(({ type, event }) => [type, event]), [['signaling', 'connected'], ['sfu', 'connected']]);
  const me = await an.sees('local');
  assert.deepEqual([me.user_name, me.owner, me.tracks.audio.state], ['An', false, 'playable']);
});

world.test('joining with a token: its name, id and rights count', async () => {
  const room = await world.room({}, 'private');
  const token = await world.standIn.token({ room_name: room.name, user_id: 'guide-7', user_name: 'Guide', is_owner: true });
  const guide = await world.enter(room, 'another name', { token });

  const me = await guide.sees('local');
  assert.deepEqual([me.user_name, me.user_id, me.owner, me.permissions.canAdmin], ['Guide', 'guide-7', true, true]);
  assert.equal((await guide.run(() => call.room())).tokenConfig.user_id, 'guide-7');
});

world.test('a second participant: each sees the other come, and the first sees the second go', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  const binh = await world.enter(room, 'Bình');

  assert.equal((await an.event('participant-joined')).participant.user_name, 'Bình');
  assert.equal((await binh.sees(an.id)).user_name, 'An');
  assert.deepEqual(await an.run(() => call.participantCounts()), { present: 2, hidden: 0 });

  await binh.run(() => call.leave());
  assert.equal((await an.event('participant-left')).participant.session_id, binh.id);
  assert.deepEqual(await an.run(() => call.participantCounts()), { present: 1, hidden: 0 });
});

world.test('leaving and joining again: a new session, in which everything works as before', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  const binh = await world.enter(room, 'Bình');

  await binh.run(() => call.leave());
  assert.equal(await binh.run(() => call.meetingState()), 'left-meeting');
  const again = await binh.join({ url: room.url, userName: 'Bình' });

  assert.notEqual(again, binh.id);
  await an.hears(again);
  await binh.hears(an.id);
});

world.test('the bundle as text, as React Native and pages without script tags load it', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An', { options: { avoidEval: false } });
  assert.equal(await an.run(() => call.meetingState()), 'joined-meeting');
});

world.test('two call objects on one page: each is a participant of its own', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An', { options: { allowMultipleCallInstances: true } });

  const others = await an.run(async ({ url, bundlePath }) => {
    const second = Daily.createCallObject({ videoSource: false, allowMultipleCallInstances: true, dailyConfig: { avoidEval: true, bundlePathOverride: bundlePath } });
    await second.join({ url, userName: 'second' });
    const seen = Object.values(second.participants()).map(({ user_name: name }) => name).sort();
    await second.leave();
    await second.destroy();
    return seen;
  }, { url: room.url, bundlePath: world.bundlePath });

  assert.deepEqual(others, ['An', 'second']);
  assert.equal(await an.run(() => call.meetingState()), 'joined-meeting');
});

world.test('a new call object after the first was destroyed: the bundle runs again beside its earlier self', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  await an.run(() => call.destroy());

  await an.run((bundlePath) => create({ bundlePath }), world.bundlePath);
  const again = await an.join({ url: room.url, userName: 'An' });
  assert.notEqual(again, an.id);
});

world.test('a changed name and user data: the others see them', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An', { join: { userData: { language: 'vi' } } });
  const binh = await world.enter(room, 'Bình');
  assert.deepEqual((await binh.sees(an.id)).userData, { language: 'vi' });

  await an.run(() => call.setUserName('An Nhiên'));
  await an.run(() => call.setUserData({ language: 'en' }));
  const seen = await binh.untilSees('the new name', an.id, (other) => other.user_name === 'An Nhiên' && other.userData.language === 'en');
  assert.equal(seen.local, false);
});
