import assert from 'node:assert/strict';
import { until } from './world/until.mjs';
import { callWorld } from './world/world.mjs';

const world = callWorld();

async function two(options = {}) {
  const room = await world.room();
  const token = await world.standIn.token({ room_name: room.name, user_name: 'Guide', is_owner: true });
  return { room, an: await world.enter(room, 'An', options), guide: await world.enter(room, 'Guide', { token }) };
}

world.test('sound goes both ways: each hears the other', async () => {
  const { an, guide } = await two();
  await an.hears(guide.id);
  await guide.hears(an.id);
  assert.equal((await an.sees(guide.id)).tracks.audio.state, 'playable');
});

world.test('the microphone is opened with echo cancellation, noise suppression and gain control', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  await an.event('track-started');
  const settings = await an.run(() => call.participants().local.tracks.audio.track.getSettings());
  assert.deepEqual([settings.echoCancellation, settings.noiseSuppression, settings.autoGainControl], [true, true, true]);
});

world.test('switched off and on: the other sees it and hears nothing meanwhile', async () => {
  const { an, guide } = await two();
  await guide.hears(an.id);

  await an.run(() => void call.setLocalAudio(false));
  const off = await guide.untilSees('it off', an.id, ({ tracks }) => tracks.audio.state === 'off');
  assert.deepEqual(off.tracks.audio.off, { byUser: true });
  assert.equal(await an.run(() => call.localAudio()), false);
  await guide.hearsNothing(an.id);

  await an.run(() => void call.setLocalAudio(true));
  await guide.untilSees('it on', an.id, ({ tracks }) => tracks.audio.state === 'playable');
  await guide.hears(an.id);
});

world.test('joining with the microphone off: no device is opened until it is switched on', async () => {
  const { an, guide } = await two({ options: { startAudioOff: true } });
  assert.deepEqual((await an.sees('local')).tracks.audio.off, { byUser: true });
  assert.deepEqual(await an.events('started-camera'), []);

  await an.run(() => void call.setLocalAudio(true));
  await an.event('started-camera');
  await guide.hears(an.id);
});

world.test('an owner switches another microphone off, and cannot switch it on', async () => {
  const { an, guide } = await two();
  await guide.hears(an.id);

  await guide.run((id) => void call.updateParticipant(id, { setAudio: false }), an.id);
  const muted = await an.untilSees('itself off', 'local', ({ tracks }) => tracks.audio.state === 'off');
  assert.deepEqual(muted.tracks.audio.off, { byRemoteRequest: true });
  await guide.untilSees('it off', an.id, ({ tracks }) => tracks.audio.state === 'off');

  await guide.run((id) => void call.updateParticipant(id, { setAudio: true }), an.id);
  await guide.run((id) => void call.sendAppMessage('after that', id), an.id);
  await an.event('app-message');
  assert.equal((await an.sees('local')).tracks.audio.state, 'off');
});

world.test('somebody who is no owner switches nobody off', async () => {
  const { an, guide } = await two();
  await an.run((id) => {
    call.updateParticipant(id, { setAudio: false, eject: true });
    call.sendAppMessage('after that', id);
  }, guide.id);
  await guide.event('app-message');
  assert.notEqual((await guide.sees('local')).tracks.audio.state, 'off');
});

world.test('without the right to send audio: nothing is sent, until the owner gives it', async () => {
  const room = await world.room({ permissions: { canSend: false } });
  const token = await world.standIn.token({ room_name: room.name, is_owner: true });
  const an = await world.enter(room, 'An');
  const guide = await world.enter(room, 'Guide', { token });
  assert.deepEqual((await an.sees('local')).tracks.audio.off, { byCanSendPermission: true });
  assert.equal((await guide.sees(an.id)).tracks.audio.state, 'off');

  await guide.run((id) => void call.updateParticipant(id, { updatePermissions: { canSend: ['audio'] } }), an.id);
  await an.untilSees('its new right', 'local', ({ permissions, tracks }) => permissions.canSend[0] === 'audio' && tracks.audio.state === 'playable');
  await guide.hears(an.id);
});

world.test('levels: the own one and those of the others, and who speaks', async () => {
  const { an, guide } = await two();
  await an.run(() => call.startLocalAudioLevelObserver(100));
  await an.run(() => call.startRemoteParticipantsAudioLevelObserver(100));

  await an.event('local-audio-level', ({ audioLevel }) => audioLevel > 0.05);
  await an.event('remote-participants-audio-level', ({ participantsAudioLevel }) => participantsAudioLevel[guide.id] > 0.05);
  await an.event('active-speaker-change', ({ activeSpeaker }) => [an.id, guide.id].includes(activeSpeaker.peerId));

  await guide.run(() => void call.setLocalAudio(false));
  await an.untilSees('it off', guide.id, ({ tracks }) => tracks.audio.state === 'off');
  await an.event('active-speaker-change', ({ activeSpeaker }) => activeSpeaker.peerId === an.id);
});

world.test('another microphone: it is used from then on, and still heard', async () => {
  const { an, guide } = await two();
  await guide.hears(an.id);
  const { microphones, chosen } = await an.run(async () => {
    const { devices } = await call.enumerateDevices();
    const inputs = devices.filter(({ kind }) => kind === 'audioinput');
    const other = inputs[inputs.length - 1];
    return { microphones: inputs.length, chosen: other.label, now: await call.setInputDevicesAsync({ audioDeviceId: other.deviceId }) };
  });
  assert.ok(microphones > 1);
  assert.equal((await an.run(() => call.getInputDevices())).mic.label, chosen);
  assert.equal((await an.event('selected-devices-updated')).devices.mic.label, chosen);
  await guide.hears(an.id);
});

world.test('another loudspeaker: known ones are chosen, unknown ones refused', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  await an.event('track-started');
  const speaker = await an.run(async () => {
    const { devices } = await call.enumerateDevices();
    return call.setOutputDeviceAsync({ outputDeviceId: devices.find(({ kind }) => kind === 'audiooutput').deviceId }).then((now) => now.speaker);
  });
  assert.equal(speaker.kind, 'audiooutput');
  assert.equal(await an.run(() => call.setOutputDeviceAsync({ outputDeviceId: 'none such' }).catch((error) => error.type)), 'not-found');
});

world.test('a track of the app’s own, such as a voice it makes: heard, silent while off, and never stopped', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  const voice = await world.page('Voice');
  const id = await voice.run(async (url) => {
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: 330 });
    const output = context.createMediaStreamDestination();
    tone.connect(output);
    tone.start();
    window.track = output.stream.getAudioTracks()[0];
    await call.join({ url, audioSource: window.track });
    return call.participants().local.session_id;
  }, room.url);
  await an.hears(id);

  await voice.run(() => void call.setLocalAudio(false));
  await an.hearsNothing(id);
  assert.deepEqual(await voice.run(() => [track.enabled, track.readyState]), [true, 'live']);
  await voice.run(() => call.leave());
  assert.equal(await voice.run(() => track.readyState), 'live');
}, { expected: /MediaStreamTrack found in props or cache/ });

world.test('not subscribed: the other is sendable, and playable once wanted', async () => {
  const room = await world.room();
  const guide = await world.enter(room, 'Guide');
  const an = await world.enter(room, 'An', { options: { subscribeToTracksAutomatically: false } });
  await an.untilSees('something to subscribe to', guide.id, ({ tracks }) => tracks.audio.state === 'sendable');
  await an.run((id) => void call.updateParticipant(id, { setSubscribedTracks: { audio: true } }), guide.id);
  await an.untilSees('it playable', guide.id, ({ tracks }) => tracks.audio.state === 'playable');
  assert.ok(await until('the track', () => an.run((id) => !!call.participants()[id].tracks.audio.track, guide.id)));
});
