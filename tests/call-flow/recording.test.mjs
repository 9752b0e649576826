import assert from 'node:assert/strict';
import { until } from './world/until.mjs';
import { callWorld } from './world/world.mjs';

const world = callWorld();

/** Waits for the finished recording of a room, and returns its link and length. */
async function finished(room) {
  const recording = await until('the recording to be finished', async () => {
    const { data } = await world.standIn.rest('GET', `/recordings?room_name=${room.name}`);
    return data.find(({ status }) => status === 'finished');
  });
  const { download_link: link } = await world.standIn.rest('GET', `/recordings/${recording.id}/access-link`);
  return { ...recording, link };
}

/** The recording as a browser decodes it. */
async function listen({ link }) {
  const listener = await world.page('listener');
  await listener.page.goto(`${world.standIn.url}/standin`);
  await listener.page.addScriptTag({ url: `${world.pages.url}/call.js` }).catch(() => undefined);
  return listener.page.evaluate(async (url) => {
    const sound = await new OfflineAudioContext(1, 1, 24_000).decodeAudioData(await (await fetch(url)).arrayBuffer());
    const samples = sound.getChannelData(0);
    const loudest = (from, to) => samples.subarray(from * 24_000, to * 24_000).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    return { duration: sound.duration, seconds: Array.from({ length: Math.floor(sound.duration) }, (_, second) => loudest(second, second + 1)) };
  }, link);
}

const recordingToken = (room, more = {}) =>
  world.standIn.token({ room_name: room.name, is_owner: true, enable_recording: 'cloud-audio-only', start_cloud_recording: true, ...more });
const pass = (seconds) => {
  const end = Date.now() + seconds * 1000;
  return until(`${seconds} s to pass`, () => Date.now() >= end);
};

world.test('a recorded call: the file is as long as the recording, and holds what was said', async () => {
  const room = await world.room({ enable_recording: 'cloud-audio-only' });
  const began = Date.now();
  const guide = await world.enter(room, 'Guide', { token: await recordingToken(room) });
  const an = await world.enter(room, 'An');
  const started = await an.event('recording-started');
  assert.equal(started.type, 'cloud-audio-only');
  assert.equal(started.startedBy, guide.id);

  await guide.hears(an.id);
  await pass(3);
  await guide.run(() => call.leave());
  await an.run(() => call.leave());
  const elapsed = (Date.now() - began) / 1000;

  const recording = await finished(room);
  const { duration, seconds } = await listen(recording);
  assert.ok(duration <= elapsed && duration > elapsed - 2, `${duration} s of ${elapsed} s`);
  assert.equal(Math.ceil(duration), recording.duration);
  assert.ok(seconds.slice(2).every((loudness) => loudness > 0.02), `heard in each second: ${seconds}`);
});

world.test('both sides are in it: only the other speaks, then only the one that takes up the sound', async () => {
  const room = await world.room();
  const guide = await world.enter(room, 'Guide', { token: await recordingToken(room), options: { startAudioOff: true } });
  const an = await world.enter(room, 'An');
  await guide.hears(an.id);
  await pass(2.2);
  await an.run(() => void call.setLocalAudio(false));
  await guide.untilSees('it off', an.id, ({ tracks }) => tracks.audio.state === 'off');
  await pass(2.2);
  await guide.run(() => void call.setLocalAudio(true));
  await an.hears(guide.id);
  await pass(2.2);
  await guide.run(() => call.stopRecording());
  await an.event('recording-stopped');

  const { seconds } = await listen(await finished(room));
  const loud = seconds.map((loudness) => (loudness > 0.02 ? 'loud' : 'quiet'));
  const [first, silence] = [loud.indexOf('loud'), loud.indexOf('quiet', loud.indexOf('loud'))];
  assert.ok(first >= 0 && silence > first && loud.lastIndexOf('loud') > silence, `loud, quiet, loud: ${seconds}`);
});

world.test('the page that takes up the sound goes: another goes on', async () => {
  const room = await world.room();
  const guide = await world.enter(room, 'Guide', { token: await recordingToken(room) });
  const an = await world.enter(room, 'An');
  const takesUp = async () => (await world.standIn.control('GET', '/calls')).find(({ takes_up_sound: does }) => does)?.session_id;
  assert.equal(await takesUp(), guide.id);
  await pass(1);
  await guide.run(() => call.leave());
  await until('the other to take it up', async () => (await takesUp()) === an.id);
  await pass(3);
  await an.run(() => call.leave());

  const { seconds } = await listen(await finished(room));
  assert.ok(seconds.at(-1) > 0.02 || seconds.at(-2) > 0.02, `heard at the end: ${seconds}`);
});

world.test('only simulated participants: the file is the tone, as before', async () => {
  const room = await world.room();
  await world.standIn.control('POST', `/rooms/${room.name}/participants`, { token: await recordingToken(room) });
  await pass(1);
  await world.standIn.control('DELETE', `/rooms/${room.name}/participants`);
  const { seconds } = await listen(await finished(room));
  assert.ok(seconds[0] > 0.1);
});

world.test('somebody who is no owner: the recording does not start, and the page says so', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  await an.run(() => call.startRecording());
  assert.match((await an.event('recording-error')).errorMsg, /owner/);
});
