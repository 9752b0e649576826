import assert from 'node:assert/strict';
import { endToEndWorld, until } from './world/world.mjs';

const world = endToEndWorld();

world.test('ended from another device: the screen says so, and where the words are', async () => {
  const { person, id } = await world.talk();
  await person.account.call('PATCH', `/conversations/${id}`, { rating: 3 });
  await person.reads('có thể từ một thiết bị khác của bạn');
  const { rating, end_cause: cause } = await person.account.conversation(id);
  assert.deepEqual([rating, cause], [3, 'user']);
});

world.test('sent out of the call by an operator who ends it: the screen says why', async () => {
  const { person, guide, id } = await world.talk();
  await world.operator.call('PATCH', `/conversations/${id}`);
  await person.reads('Cuộc trò chuyện đã được dừng');
  await guide.event('error');
  assert.equal((await person.account.conversation(id)).end_cause, 'operator');
});

world.test('a room that is full: it is said, typing goes on, and trying again works once there is room', async () => {
  const person = await world.knownPerson();
  await person.page.route('**/conversations', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const answer = await route.fetch();
    const { room_url: url } = await answer.json();
    person.room = new URL(url).pathname.slice(1);
    await fill(person.room);
    return route.fulfill({ response: answer });
  });
  await person.press('Bắt đầu trò chuyện');
  await person.reads('Phòng đang đủ người');
  await person.writes('Mình nhắn chữ vậy');
  const { conversation_id: id } = await person.account.newest();
  await until('the message to be kept', async () => (await person.account.messages(id)).length === 1);

  await world.stack.standIn.control('DELETE', `/rooms/${person.room}/participants`);
  await person.press(/Thử lại|Vào lại/);
  await person.reads('Kết nối tốt');
});

world.test('Daily cannot open a room: it is said, nothing is left, and trying again works', async () => {
  const person = await world.knownPerson();
  await world.stack.standIn.control('POST', '/faults', { method: 'POST', path: '/v1/rooms', status: 503, times: 0 });
  await person.press('Bắt đầu trò chuyện');
  await person.reads('Chưa mở được cuộc gọi', { withinMs: 60_000 });
  assert.equal(await person.account.newest(), undefined);

  await world.stack.standIn.control('DELETE', '/faults');
  await person.press('Thử lại');
  await person.reads('Kết nối tốt');
}, { expected: /Failed to load resource: the server responded with a status of 50\d/ });

world.test('a token that would expire in the call: it is replaced before, without a word', async () => {
  const person = await world.knownPerson({ context: { timezoneId: 'Asia/Ho_Chi_Minh' } });
  await person.page.route('**/conversations', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const answer = await route.fetch();
    // As if the hour were nearly over: the app has to see to a new one now.
    return route.fulfill({ response: answer, json: { ...(await answer.json()), expires_at: new Date(Date.now() + 30_000).toISOString() } });
  });
  const renewed = person.page.waitForResponse((response) => response.url().endsWith('/token') && response.request().method() === 'POST', { timeout: 60_000 });
  await person.calls();
  assert.equal((await renewed).status(), 200);
  const { conversation_id: id } = await person.account.newest();
  assert.equal((await person.account.conversation(id)).status, 'open');
  await person.reads('Kết nối tốt');
  assert.equal(await person.page.getByRole('alert').count(), 0);
});

/** Others take every seat there is. */
async function fill(room) {
  for (let seat = 1; ; seat++) {
    const refusal = await world.stack.standIn.control('POST', `/rooms/${room}/participants`, { user_id: `other-${seat}` }).then(() => null, (error) => error);
    if (!refusal) continue;
    assert.match(refusal.message, /meeting-full/);
    return;
  }
}
