import assert from 'node:assert/strict';
import { until } from './world/until.mjs';
import { callWorld } from './world/world.mjs';

const world = callWorld();

/** A page that daily-js and its call machine take for React Native: two emitters in place of messages, and no AudioContext. */
function asReactNative() {
  Object.defineProperty(navigator, 'product', { get: () => 'ReactNative' });
  window.global = window;
  window.AudioContext = undefined;
  const ignore = () => undefined;
  window.DailyNativeUtils = new Proxy({}, { get: (_, name) => (name === 'isIOS' || name === 'isAndroid' ? undefined : ignore) });
}

world.test('React Native: the same call over its two emitters, without AudioContext', async () => {
  const room = await world.room();
  const token = await world.standIn.token({ room_name: room.name, is_owner: true });
  const phone = await world.page('phone', { before: asReactNative });
  phone.id = await phone.join({ url: room.url, token, userName: 'phone' });
  const an = await world.enter(room, 'An');

  await an.hears(phone.id);
  await phone.untilSees('the other playable', an.id, ({ tracks }) => tracks.audio.state === 'playable');
  await phone.run(() => call.startRemoteParticipantsAudioLevelObserver(100));
  await phone.event('remote-participants-audio-level', ({ participantsAudioLevel }) => participantsAudioLevel[an.id] > 0.02);
  await phone.run(() => call.startLocalAudioLevelObserver(100));
  await phone.event('local-audio-level', ({ audioLevel }) => audioLevel > 0.02);

  await an.run(() => void call.sendAppMessage('to the phone'));
  await phone.event('app-message', ({ data }) => data === 'to the phone');
  assert.deepEqual(await phone.run(() => call.room()).then(({ name }) => name), room.name);

  await phone.run(() => call.startRecording());
  await phone.event('recording-started');
  await until('the browser to take up the sound instead of the phone', async () =>
    (await world.standIn.control('GET', '/calls')).some(({ session_id: id, takes_up_sound: does }) => does && id === an.id));
});
