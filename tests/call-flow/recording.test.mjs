import assert from 'node:assert/strict';
import { until } from './world/until.mjs';
import { callWorld } from './world/world.mjs';

const world = callWorld();

/** Waits for the finished recording of a room, and returns its link and how long it was taken up, in seconds. */
async function finished(room) {
  const recording = await until('the recording to be finished', async () => {
    const { data } = await world.standIn.rest('GET', `/recordings?room_name=${room.name}`);
    return data.find(({ status }) => status === 'finished');
  });
  const { download_link: link } = await world.standIn.rest('GET', `/recordings/${recording.id}/access-link`);
  const [{ started_at: from, stopped_at: to }] = (await world.standIn.control('GET', `/ledger?room=${room.name}`)).recordings;
  return { ...recording, link, taken: (new Date(to) - new Date(from)) / 1000 };
}

/** The recording as a browser decodes it: its length in seconds, and how loud each quarter of a second is. */
async function listen({ link }) {
  const listener = await world.page('listener');
  await listener.page.goto(`${world.standIn.url}/standin`);
  return listener.page.evaluate(async (url) => {
    const rate = 24_000;
    const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(await (await fetch(url)).arrayBuffer());
    const samples = sound.getChannelData(0);
    const quarters = [];
    for (let start = 0; start < samples.length; start += rate / 4) {
      quarters.push(samples.subarray(start, start + rate / 4).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
    }
    return { duration: sound.duration, quarters };
  }, link);
}

const isLoud = (loudness) => loudness > 0.02;
const recordingToken = (room, more = {}) =>
  world.standIn.token({ room_name: room.name, is_owner: true, enable_recording: 'cloud-audio-only', start_cloud_recording: true, ...more });

world.test('a recorded call: the file is as long as the recording, and holds what was said', async () => {
  const room = await world.room({ enable_recording: 'cloud-audio-only' });
  const guide = await world.enter(room, 'Guide', { token: await recordingToken(room) });
  const an = await world.enter(room, 'An');
  const started = await an.event('recording-started');
  assert.equal(started.type, 'cloud-audio-only');
  assert.equal(started.startedBy, guide.id);

  await guide.hearsBursts(an.id, 6);
  await guide.run(() => call.leave());
  await an.run(() => call.leave());

  const recording = await finished(room);
  const { duration, quarters } = await listen(recording);
  assert.equal(duration.toFixed(2), recording.taken.toFixed(2));
  assert.equal(Math.ceil(duration), recording.duration);
  assert.ok(quarters.filter(isLoud).length >= 6, `heard: ${quarters}`);
});

world.test('both sides are in it: only the other speaks, then nobody, then only the one that takes up the sound', async () => {
  const room = await world.room();
  const guide = await world.enter(room, 'Guide', { token: await recordingToken(room), options: { startAudioOff: true } });
  const an = await world.enter(room, 'An');
  await guide.hearsBursts(an.id, 2);
  await an.run(() => void call.setLocalAudio(false));
  await guide.untilSees('it off', an.id, ({ tracks }) => tracks.audio.state === 'off');
  await guide.hearsNothing(an.id);
  await guide.run(() => void call.setLocalAudio(true));
  await an.hearsBursts(guide.id, 2);
  await guide.run(() => call.stopRecording());
  await an.event('recording-stopped');

  const { quarters } = await listen(await finished(room));
  const parts = quarters.map((loudness) => (isLoud(loudness) ? '+' : '-')).join('');
  assert.match(parts, /\+.*-{5}.*\+/, 'loud, then quiet for longer than between two bursts, then loud');
});

world.test('the page that takes up the sound goes: another goes on', async () => {
  const room = await world.room();
  const guide = await world.enter(room, 'Guide', { token: await recordingToken(room) });
  const an = await world.enter(room, 'An');
  const takesUp = async () => (await world.standIn.control('GET', '/calls')).find(({ takes_up_sound: does }) => does)?.session_id;
  assert.equal(await takesUp(), guide.id);
  await guide.hearsBursts(an.id, 2);
  await guide.run(() => call.leave());
  await until('the other to take it up', async () => (await takesUp()) === an.id);
  await an.run(() => call.startLocalAudioLevelObserver(100));
  const { length } = await an.events('local-audio-level');
  await until('the other to speak for a while', async () => (await an.events('local-audio-level')).slice(length).filter(({ audioLevel }) => audioLevel > 0.05).length >= 20);
  await an.run(() => call.leave());

  const { quarters } = await listen(await finished(room));
  assert.ok(quarters.slice(-6).some(isLoud), `heard at the end: ${quarters}`);
});

world.test('only simulated participants: the file is the tone, as before', async () => {
  const room = await world.room();
  await world.standIn.control('POST', `/rooms/${room.name}/participants`, { token: await recordingToken(room) });
  await world.standIn.control('DELETE', `/rooms/${room.name}/participants`);
  const { quarters } = await listen(await finished(room));
  assert.ok(quarters.some((loudness) => loudness > 0.1));
});

world.test('somebody who is no owner: the recording does not start, and the page says so', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  await an.run(() => call.startRecording());
  assert.match((await an.event('recording-error')).errorMsg, /owner/);
});
