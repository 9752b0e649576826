import assert from 'node:assert/strict';
import { until } from './world/until.mjs';
import { callWorld } from './world/world.mjs';

const world = callWorld();

const texts = async (participant) => (await participant.events('app-message')).map(({ data }) => data);

world.test('to everybody: the others get it in order, the sender does not', async () => {
  const room = await world.room();
  const [an, binh, chi] = [await world.enter(room, 'An'), await world.enter(room, 'Bình'), await world.enter(room, 'Chi')];

  await an.run(() => {
    for (let i = 1; i <= 5; i++) call.sendAppMessage({ type: 'đếm', data: { seq: i } });
  });

  for (const other of [binh, chi]) {
    await other.event('app-message', ({ data }) => data.data.seq === 5);
    assert.deepEqual((await other.events('app-message')).map(({ data, fromId }) => [data.data.seq, fromId]), [1, 2, 3, 4, 5].map((i) => [i, an.id]));
  }
  assert.deepEqual(await texts(an), []);
});

world.test('to one: only that one gets it', async () => {
  const room = await world.room();
  const [an, binh, chi] = [await world.enter(room, 'An'), await world.enter(room, 'Bình'), await world.enter(room, 'Chi')];
  await an.run((id) => {
    call.sendAppMessage('for one', id);
    call.sendAppMessage('for all');
  }, binh.id);
  await chi.event('app-message');
  await binh.event('app-message', ({ data }) => data === 'for all');
  assert.deepEqual(await texts(binh), ['for one', 'for all']);
  assert.deepEqual(await texts(chi), ['for all']);
});

world.test('longer than 4096 characters: daily-js does not let it out', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  const longest = await an.run(() => {
    call.sendAppMessage('x'.repeat(4094));
    try {
      call.sendAppMessage('x'.repeat(4095));
      return 'sent';
    } catch (error) {
      return error.message;
    }
  });
  assert.match(longest, /too large.*4096/);
});

world.test('from the backend and from a simulated participant: the page gets both', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  const { session_id: guide } = await world.standIn.control('POST', `/rooms/${room.name}/participants`, { user_id: 'guide', user_name: 'Guide' });
  await an.untilSees('the guide', guide, ({ user_name: name }) => name === 'Guide');

  await world.standIn.rest('POST', `/rooms/${room.name}/send-app-message`, { data: { type: 'ended' } });
  await world.standIn.control('POST', `/rooms/${room.name}/app-messages`, { data: { type: 'processing_status', data: { status: 'thinking' } } });

  await an.event('app-message', ({ data }) => data.type === 'ended');
  assert.equal((await an.event('app-message', ({ data }) => data.type === 'processing_status')).fromId, guide);

  await an.run(() => void call.sendAppMessage({ type: 'user_input_started' }));
  await an.run(() => void call.sendAppMessage({ type: 'user_input_ended' }));
  const inbox = async () => (await world.standIn.control('GET', `/rooms/${room.name}/participants`)).find(({ session_id: id }) => id === guide).inbox;
  await until('the guide to be told', async () => (await inbox()).some(({ body }) => body?.type === 'user_input_ended'));
});

world.test('lost on request: the next two do not arrive', async () => {
  const room = await world.room();
  const [an, binh] = [await world.enter(room, 'An'), await world.enter(room, 'Bình')];
  await world.standIn.control('POST', `/rooms/${room.name}/app-message-loss`, { next: 2, session_id: binh.id });
  await an.run(() => [1, 2, 3].forEach((i) => call.sendAppMessage(i)));
  await binh.event('app-message', ({ data }) => data === 3);
  assert.deepEqual(await texts(binh), [3]);
});

world.test('session data: merged, seen by all, and there for who comes late', async () => {
  const room = await world.room();
  const [an, binh] = [await world.enter(room, 'An'), await world.enter(room, 'Bình')];
  await an.run(() => call.setMeetingSessionData({ language: 'vi' }));
  await binh.event('meeting-session-state-updated', ({ meetingSessionState }) => meetingSessionState.data.language === 'vi');
  await binh.run(() => call.setMeetingSessionData({ number: 5 }, 'shallow-merge'));
  await an.event('meeting-session-state-updated', ({ meetingSessionState }) => meetingSessionState.data.number === 5);

  const chi = await world.enter(room, 'Chi');
  assert.deepEqual(await chi.run(() => call.meetingSessionState()), { data: { language: 'vi', number: 5 }, topology: 'sfu' });
});
