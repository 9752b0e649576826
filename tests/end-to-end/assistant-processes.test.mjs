import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Recogniser } from './world/recogniser.mjs';
import { endToEndWorld, until } from './world/world.mjs';

const recogniser = await new Recogniser().start();
const world = endToEndWorld({ stack: { assistants: { ...recogniser.settings, ASSISTANT: 'elsewhere' } } });
after(() => recogniser.stop());

world.test('an assistant killed in mid-answer is replaced by another, which says so and says it again', async () => {
  const first = await world.stack.startAssistant();
  const person = await world.knownPerson();
  await person.calls();
  await person.hears();
  const { conversation_id: id } = await person.newest();
  await person.writes('Hãy kể cho mình nghe thật nhiều về số chủ đạo của mình');
  const answer = await until('the answer', async () => (await person.account.messages(id)).filter(({ speaker }) => speaker === 'assistant')[1]);
  await person.hears();

  const second = await world.stack.startAssistant();
  await first.kill();
  try {
    const again = await until('the answer again', async () => (await person.account.messages(id)).filter(({ speaker }) => speaker === 'assistant')[2]);
    assert.equal(again.text, `Xin lỗi bạn, mình vừa bị gián đoạn và đã trở lại. ${answer.text}`);
    await person.hears();
    const events = await person.account.events(id);
    assert.equal(events.filter(({ type }) => type === 'assistant_arrived').length, 2);
    assert.ok(events.some(({ type }) => type === 'answer_interrupted'));
  } finally {
    await second.kill('SIGTERM');
  }
});
