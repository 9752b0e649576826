import assert from 'node:assert/strict';
import { endToEndWorld, until } from './world/world.mjs';

const world = endToEndWorld();

/** Somebody whose browser recognises what a test has it recognise, in a call with the guide. */
async function talk(mode) {
  const person = await world.knownPerson();
  await person.context.addInitScript(withRecogniser);
  await person.page.reload();
  if (mode) {
    await person.page.getByRole('link', { name: 'Cài đặt' }).click();
    await person.page.getByRole('radio', { name: mode }).click();
    await person.page.getByRole('link', { name: 'Hôm nay' }).click();
  }
  await person.calls();
  const guide = await world.guideOf(person);
  await person.reads('Mình đang ở đây');
  return { person, guide, id: guide.conversation.conversation_id };
}

const recognises = ({ page }, text, isFinal) => page.evaluate(([words, done]) => window.recognising.says(words, done), [text, isFinal]);

world.test('what the browser understands shows while it is said, is kept once with how sure it is, and the guide is told under which id', async () => {
  const { person, guide, id } = await talk();
  await person.holdsToSpeak();
  await person.reads('Đang nghe bạn');
  await until('the browser to listen', () => person.page.evaluate(() => window.recognising?.isListening));
  await recognises(person, 'số chủ đạo', false);
  await person.reads(/^số chủ đạo/);
  await recognises(person, 'Số chủ đạo của mình nói gì?', true);
  await person.releases();
  await person.page.evaluate(() => window.recognising.ends());

  const [said] = await until('the words to be kept', async () => {
    const kept = await person.account.messages(id);
    return kept.length > 0 && kept;
  });
  assert.deepEqual([said.text, said.speaker, said.confidence], ['Số chủ đạo của mình nói gì?', 'user', 0.75]);
  await until('the guide to know of it', async () => (await guide.told()).length === 2);
  assert.deepEqual(await guide.told(), [
    { type: 'user_input_started', data: { conversationId: id, turns: 'hold', recognisedBy: 'device' } },
    { type: 'user_input_ended', data: { conversationId: id, turns: 'hold', recognisedBy: 'device', messageId: said.message_id } },
  ]);
  assert.equal(await person.times('Số chủ đạo của mình nói gì?'), 1);
});

world.test('hands-free, one touch opens the microphone, each sentence is kept by itself, and one touch mutes', async () => {
  const { person, guide, id } = await talk('Rảnh tay');
  await person.press('Bật micro');
  await person.reads('Đang nghe bạn');
  const speaker = await until('the person to be in the call', () => guide.run(() => Object.keys(call.participants()).find((one) => one !== 'local')));
  await guide.hears(speaker);
  await until('the browser to listen', () => person.page.evaluate(() => window.recognising?.isListening));
  await recognises(person, 'Số 4 là gì?', true);
  await recognises(person, 'Còn số 5?', true);
  const kept = await until('both to be kept', async () => {
    const messages = await person.account.messages(id);
    return messages.length === 2 && messages;
  });
  assert.deepEqual(kept.map(({ text }) => text), ['Số 4 là gì?', 'Còn số 5?']);
  await person.press('Tắt micro');
  await person.page.evaluate(() => window.recognising.ends());
  await guide.hearsNothing(speaker);
  const last = await until('the guide to know that it is over', async () => (await guide.told()).find(({ type }) => type === 'user_input_ended'));
  assert.deepEqual(last.data, { conversationId: id, turns: 'open', recognisedBy: 'device', messageId: kept[1].message_id });
});

/** Runs in the page before the app does: a recogniser in the place of the browser's. */
function withRecogniser() {
  class Recognition {
    said = [];
    start() {
      this.isListening = true;
      window.recognising = this;
    }
    stop() {}
    abort() {
      this.isListening = false;
    }
    says(text, isFinal) {
      if (this.said.at(-1)?.isFinal === false) this.said.pop();
      this.said.push(Object.assign([{ transcript: text, confidence: isFinal ? 0.75 : 0 }], { isFinal }));
      this.onresult({ resultIndex: this.said.length - 1, results: this.said });
    }
    ends() {
      this.isListening = false;
      this.onend();
    }
  }
  window.SpeechRecognition = Recognition;
}
