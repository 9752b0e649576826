import assert from 'node:assert/strict';
import { callWorld } from './world/world.mjs';

const world = callWorld({ browser: { withoutDevices: true } });

// A person says no, or the device does not open: what the browser then throws.
const failing = (name, message) => [
  ({ name: n, message: m }) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException(m, n));
  },
  { name, message },
];

async function joinFailing(...failure) {
  const room = await world.room();
  const an = await world.page('An');
  if (failure.length) await an.page.evaluate(...failing(...failure));
  an.id = await an.join({ url: room.url });
  const { error, errorMsg } = await an.event('camera-error');
  const blocked = await an.untilSees('its microphone blocked', 'local', ({ tracks }) => tracks.audio.state === 'blocked');
  assert.equal(errorMsg.audioOk, false);
  assert.equal(await an.run(() => call.meetingState()), 'joined-meeting');
  return { room, an, error, blocked: blocked.tracks.audio.blocked };
}

world.test('no microphone at all: not-found, and the call goes on without', async () => {
  const { error, blocked } = await joinFailing();
  assert.deepEqual([error.type, error.missingMedia], ['not-found', ['audio']]);
  assert.deepEqual(blocked, { byDeviceMissing: true });
});

world.test('a person who does not allow it: permissions, blocked by the user', async () => {
  const { error, blocked, room, an } = await joinFailing('NotAllowedError', 'Permission denied');
  assert.deepEqual([error.type, error.blockedBy, error.blockedMedia], ['permissions', 'user', ['audio']]);
  assert.deepEqual(blocked, { byPermissions: true });

  const guide = await world.enter(room, 'Guide', { options: { audioSource: false } });
  assert.deepEqual((await guide.sees(an.id)).tracks.audio.blocked, { byPermissions: true });
});

world.test('a system that does not allow it: permissions, blocked by the browser', async () => {
  const { error } = await joinFailing('NotAllowedError', 'Permission denied by system');
  assert.equal(error.blockedBy, 'browser');
});

world.test('a microphone that something else holds: mic-in-use', async () => {
  const { error, blocked } = await joinFailing('NotReadableError', 'Could not start audio source');
  assert.equal(error.type, 'mic-in-use');
  assert.deepEqual(blocked, { byDeviceInUse: true });
});

world.test('allowed after all: switching it on asks again', async () => {
  const { an } = await joinFailing('NotAllowedError', 'Permission denied');
  await an.run(() => {
    navigator.mediaDevices.getUserMedia = async () => new AudioContext().createMediaStreamDestination().stream;
    call.setLocalAudio(true);
  });
  await an.untilSees('its microphone', 'local', ({ tracks }) => tracks.audio.state === 'playable');
});
