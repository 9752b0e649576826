import assert from 'node:assert/strict';
import { until } from './world/until.mjs';
import { callWorld } from './world/world.mjs';

const world = callWorld();

async function isOut(participant, type) {
  const { error } = await participant.event('error');
  await participant.event('left-meeting');
  assert.equal(error.type, type);
  assert.equal(await participant.run(() => call.meetingState()), 'error');
}

world.test('ejected by the backend: error and left-meeting there, participant-left with the others', async () => {
  const room = await world.room();
  const [an, binh] = [await world.enter(room, 'An'), await world.enter(room, 'Bình')];
  assert.deepEqual(await world.standIn.rest('POST', `/rooms/${room.name}/eject`, { ids: [an.id] }), { ejectedIds: [an.id] });
  await isOut(an, 'ejected');
  await binh.untilGone(an.id);
});

world.test('ejected by an owner in the call; a valid token opens the door again', async () => {
  const room = await world.room();
  const token = await world.standIn.token({ room_name: room.name, is_owner: true });
  const an = await world.enter(room, 'An');
  const guide = await world.enter(room, 'Guide', { token });
  await guide.run((id) => void call.updateParticipant(id, { eject: true }), an.id);
  await isOut(an, 'ejected');
  assert.ok(await an.join({ url: room.url }));
});

world.test('a token whose time is up: exp-token, at the time the page was told', async () => {
  const room = await world.room();
  const exp = Math.floor(Date.now() / 1000) + 4;
  const token = await world.standIn.token({ room_name: room.name, exp, eject_at_token_exp: true });
  const an = await world.enter(room, 'An', { token });
  assert.equal(new Date((await an.sees('local')).will_eject_at).getTime(), exp * 1000);
  await isOut(an, 'exp-token');
});

world.test('a room whose time is up: exp-room', async () => {
  const room = await world.room({ exp: Math.floor(Date.now() / 1000) + 4, eject_at_room_exp: true });
  await isOut(await world.enter(room, 'An'), 'exp-room');
});

world.test('the same user again where ids are unique: the older session ends, also in a full room', async () => {
  const room = await world.room({ max_participants: 2, enforce_unique_user_ids: true });
  const token = await world.standIn.token({ room_name: room.name, user_id: 'an' });
  const guide = await world.enter(room, 'Guide');
  const phone = await world.enter(room, 'An on the phone', { token });
  const computer = await world.enter(room, 'An at the computer', { token });
  await isOut(phone, 'ejected');
  await guide.untilGone(phone.id);
  await guide.hears(computer.id);
});

world.test('presence and the ledger: who is inside through a page, and who has gone', async () => {
  const room = await world.room();
  const an = await world.enter(room, 'An');
  const binh = await world.enter(room, 'Bình');
  const present = async () => (await world.standIn.rest('GET', `/rooms/${room.name}/presence`)).data.map(({ userName }) => userName).sort();
  assert.deepEqual(await present(), ['An', 'Bình']);

  await binh.page.close();
  await until('the closed page to be noticed', async () => (await world.standIn.control('GET', '/calls')).find(({ session_id: id }) => id === binh.id)?.connected === false);
  await an.run(() => call.leave());
  const ledger = await until('the leave in the ledger', async () => {
    const { participants } = await world.standIn.control('GET', `/ledger?room=${room.name}`);
    return participants.some(({ left_at: at }) => at) && participants;
  });
  assert.equal(ledger.find(({ session_id: id }) => id === an.id).reason, 'left');
});
