import assert from 'node:assert/strict';
import { endToEndWorld, until } from './world/world.mjs';

const world = endToEndWorld();

world.test('welcome, start, hold, speak, be answered, end, rate, find it in history, play the recording', async () => {
  const { person, guide, id } = await world.talk();

  await person.holdsToSpeak();
  await person.reads('Đang nghe bạn');
  await guide.hears(await personIn(guide));
  await person.releases();
  await until('the guide to know when the person spoke', async () => (await guide.told()).length === 2);
  const [started, ended] = await guide.told();
  assert.deepEqual([started.type, started.data.conversationId, started.data.turns], ['user_input_started', id, 'hold']);
  // A browser under test has no recogniser that works, whether it says so or not: the assistant is asked to hear.
  assert.deepEqual(ended, { type: 'user_input_ended', data: { conversationId: id, turns: 'hold', recognisedBy: 'assistant' } });

  await guide.hasUnderstood('Số chủ đạo của mình nói gì?');
  await person.reads('Số chủ đạo của mình nói gì?');
  await guide.answers('Cộng các chữ số ngày sinh của bạn được 40, rút gọn còn 4.');
  await person.reads('Cộng các chữ số ngày sinh của bạn được 40, rút gọn còn 4.');
  await guide.speaks();
  await person.hears();
  await person.reads('Đang trả lời');

  await person.press('Kết thúc');
  await person.page.getByRole('radio', { name: '4 sao' }).click();
  await person.press('Xong');

  const kept = await until('the recording to be ready', async () => {
    const now = await person.account.conversation(id);
    return now.recording.status === 'ready' && now;
  });
  assert.deepEqual([kept.status, kept.end_cause, kept.rating, kept.message_count], ['ended', 'user', 4, 2]);
  const summary = await until('the room to be deleted', async () => {
    const { summary: now } = await world.stack.standIn.control('GET', `/ledger?room=${guide.room}`);
    return now.rooms_open === 0 && now;
  });
  assert.equal(summary.rooms_deleted_more_than_once, 0);

  await person.page.goto(`${world.stack.url}/history`);
  await person.page.getByText('2 câu').first().click();
  await person.reads('Số chủ đạo của mình nói gì?');
  await person.page.getByRole('button', { name: /^(Nghe|Phát)/ }).click();
  await person.reads(/^0:(0[1-9]|[1-5]\d) \/ \d:\d\d$/);
});

world.test('the microphone is off until the button is held, and again afterwards', async () => {
  const { person, guide } = await world.talk();
  const speaker = await personIn(guide);
  await guide.hearsNothing(speaker);
  await person.holdsToSpeak();
  await guide.hears(speaker);
  await person.releases();
  await guide.hearsNothing(speaker);
});

world.test('one conversation after another: the second has its call as the first had', async () => {
  const { person, guide } = await world.talk();
  await person.press('Kết thúc');
  await person.press('Bỏ qua');
  await person.calls();
  const second = await world.guideOf(person);
  assert.notEqual(second.room, guide.room);
  await person.reads('Mình đang ở đây');
  await person.holdsToSpeak();
  await second.hears(await personIn(second));
  await person.releases();
});

world.test('the whole conversation by keyboard', async () => {
  const person = await world.knownPerson();
  await tabTo(person, 'Bắt đầu trò chuyện');
  await person.page.keyboard.press('Enter');
  await person.reads('Kết nối tốt');
  const guide = await world.guideOf(person);

  await tabTo(person, /Giữ để nói/);
  await person.page.keyboard.down('Space');
  await guide.hears(await personIn(guide));
  await person.page.keyboard.up('Space');
  await guide.answers('Mình nghe rồi.');
  await person.reads('Mình nghe rồi.');

  await tabTo(person, 'Nhắn bằng chữ');
  await person.page.keyboard.press('Enter');
  await person.page.getByLabel('Tin nhắn').waitFor();
  await tabTo(person, 'Tin nhắn');
  await person.page.keyboard.type('Còn năm nay thì sao?');
  await person.page.keyboard.press('Enter');
  const said = await until('the message to be kept', async () => (await person.account.messages(guide.conversation.conversation_id)).find(({ speaker }) => speaker === 'user'));
  assert.equal(said.text, 'Còn năm nay thì sao?');

  await tabTo(person, 'Kết thúc');
  await person.page.keyboard.press('Enter');
  await person.reads('Bạn thấy thế nào?');
  await tabTo(person, '4 sao');
  await person.page.keyboard.press('Space');
  await tabTo(person, 'Xong');
  await person.page.keyboard.press('Enter');
  const ended = await until('the end to be on record', async () => {
    const now = await person.account.conversation(guide.conversation.conversation_id);
    return now.status === 'ended' && now;
  });
  assert.equal(ended.rating, 4);
});

async function personIn(guide) {
  return until('the person to be in the call', () => guide.run(() => Object.keys(call.participants()).find((id) => id !== 'local')));
}

/** Presses Tab until the focus is on something of that name. */
async function tabTo({ page }, name) {
  const fits = (label) => (name instanceof RegExp ? name.test(label) : label === name) && label.length < 40;
  await until(`Tab to reach ${name}`, async () => {
    const label = await page.evaluate(() => {
      const { activeElement: focused, body } = document;
      return focused === body ? '' : (focused.getAttribute('aria-label') ?? focused.textContent).trim();
    });
    if (fits(label)) return true;
    await page.keyboard.press('Tab');
    return false;
  });
}
