import assert from 'node:assert/strict';
import { callWorld } from './world/world.mjs';

const world = callWorld();

world.test('network statistics: measured on the real path', async () => {
  const room = await world.room();
  const [an, guide] = [await world.enter(room, 'An'), await world.enter(room, 'Guide')];
  await an.hears(guide.id);
  await an.event('network-quality-change', ({ networkState }) => networkState === 'good');
  const { stats, networkState } = await an.run(() => call.getNetworkStats());
  assert.equal(networkState, 'good');
  assert.ok(stats.latest.timestamp > 0);
  assert.ok(stats.latest.totalRecvPacketLoss < 0.1);
});

world.test('network quality on request: bad with its reason, then measured again', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  await an.event('network-quality-change', ({ networkState }) => networkState === 'good');
  await world.standIn.control('POST', `/rooms/${room.name}/network-quality`, { state: 'bad', reasons: ['recvPacketLoss'] });
  const bad = await an.event('network-quality-change', ({ networkState }) => networkState === 'bad');
  assert.deepEqual([bad.networkStateReasons, bad.threshold], [['recvPacketLoss'], 'very-low']);

  await an.forgetEvents();
  await world.standIn.control('POST', `/rooms/${room.name}/network-quality`, { state: null });
  await an.event('network-quality-change', ({ networkState }) => networkState === 'good');
});

world.test('transcription: started, texts, stopped, and a failure', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  const transcription = (body) => world.standIn.control('POST', `/rooms/${room.name}/transcription`, body);

  await world.standIn.rest('POST', `/rooms/${room.name}/transcription/start`, { language: 'vi', model: 'nova-3' });
  const started = await an.event('transcription-started');
  assert.deepEqual([started.language, started.model], ['vi', 'nova-3']);

  await transcription({ event: 'message', session_id: an.id, text: 'Số chủ đạo', is_final: false, confidence: 0.6 });
  const { participantId, text, rawResponse, timestamp } = await an.event('transcription-message');
  assert.deepEqual([participantId, text, rawResponse.is_final], [an.id, 'Số chủ đạo', false]);
  assert.ok(Math.abs(new Date(timestamp) - Date.now()) < 60_000);

  const late = await world.enter(room, 'Bình');
  assert.equal((await late.event('transcription-started')).instanceId, started.instanceId);

  await world.standIn.rest('POST', `/rooms/${room.name}/transcription/stop`);
  await an.event('transcription-stopped');
  await transcription({ event: 'started' });
  await transcription({ event: 'error', message: 'no recogniser' });
  assert.equal((await an.event('transcription-error')).errorMsg, 'no recogniser');
});

world.test('a hidden participant: counted, not shown', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  const token = await world.standIn.token({ room_name: room.name, permissions: { hasPresence: false } });
  const { session_id: hidden } = await world.standIn.control('POST', `/rooms/${room.name}/participants`, { token });
  await an.event('participant-counts-updated', ({ participantCounts }) => participantCounts.hidden === 1 && participantCounts.present === 1);
  assert.equal(await an.sees(hidden), undefined);
});
