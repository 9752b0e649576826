import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Recogniser } from './world/recogniser.mjs';
import { askingForTheLifePath } from './world/speech.mjs';
import { endToEndWorld, until } from './world/world.mjs';

const recogniser = await new Recogniser().start();
const world = endToEndWorld({ stack: { assistants: recogniser.settings }, browser: { microphone: askingForTheLifePath.vi } });
after(() => recogniser.stop());

const linesOf = async (person, id) => (await person.account.messages(id)).map(({ speaker, text }) => [speaker, text]);
const answered = (person, id, count) =>
  until(`${count} answers`, async () => {
    const lines = await linesOf(person, id);
    return lines.filter(([speaker]) => speaker === 'assistant').length >= count && lines;
  });

/** In a call, greeted by the guide. */
async function greeted() {
  const person = await world.knownPerson();
  await person.calls();
  const { conversation_id: id } = await person.newest();
  await person.hears();
  await answered(person, id, 1);
  await silent(person);
  return { person, id };
}

const silent = (person) => until('the assistant to have finished', async () => (await person.loudness()) < 0.01);

world.test('a typed question is answered aloud and on the screen, in Vietnamese', async () => {
  const { person, id } = await greeted();

  await person.writes('Số chủ đạo của mình là gì?');
  await person.hears();

  const lines = await answered(person, id, 2);
  assert.deepEqual(lines.map(([speaker]) => speaker), ['assistant', 'user', 'assistant']);
  assert.match(lines[0][1], /Anh/);
  assert.match(lines[2][1], /4/);
  await person.reads(lines[2][1].slice(0, 30));
});

world.test('a spoken question is heard by the assistant, written down, and answered aloud; each turn is measured', async () => {
  const { person, id } = await greeted();
  const before = recogniser.heard.length;

  await person.asks();
  await person.reads('số chủ đạo của mình là gì');
  await person.hears();

  const lines = await answered(person, id, 2);
  assert.deepEqual(lines[1], ['user', 'số chủ đạo của mình là gì']);
  assert.match(lines[2][1], /4/);
  const [{ seconds, loudest }] = recogniser.heard.slice(before);
  assert.ok(seconds > 1 && seconds < 4, `the assistant heard ${seconds} s`);
  assert.ok(loudest > 0.05, `the loudest it heard was ${loudest}`);
  const turn = await until('the turn to be measured', async () => (await person.account.events(id)).filter(({ type }) => type === 'turn_measured')[1]);
  assert.equal(turn.outcome, 'answered');
  assert.ok(turn.audible_after_ms > 0);
});

world.test('speaking over the assistant silences it, and what was not heard is shown as such', async () => {
  const { person, id } = await greeted();
  await person.asks();
  await person.hears();
  await answered(person, id, 2);

  await person.holdsToSpeak();
  await silent(person);

  const cut = await until('the answer to be cut', async () => (await person.account.messages(id)).find(({ heard }) => heard !== null));
  assert.ok(cut.text.startsWith(cut.heard) && cut.heard.length < cut.text.length, `heard "${cut.heard}" of "${cut.text}"`);
  await person.releases();
  await answered(person, id, 3);
});

world.test('when the recogniser is down the person is asked to write, and the record says why', async () => {
  const { person, id } = await greeted();
  recogniser.isDown = true;
  try {
    await person.asks();
    await person.reads(/Bạn gõ câu hỏi giúp mình nhé/);
  } finally {
    recogniser.isDown = false;
  }

  assert.ok((await person.account.eventTypes(id)).includes('provider_failed'));
});

world.test('at the end the assistant leaves within seconds and no room is left', async () => {
  const { person, id } = await greeted();
  const room = new URL((await person.account.conversation(id)).room_url).pathname.slice(1);

  await person.press('Kết thúc');
  await person.press('Bỏ qua');

  await until('everybody to have left', async () => {
    const { participants, summary } = await world.stack.standIn.control('GET', `/ledger?room=${room}`);
    return summary.rooms_open === 0 && participants.every(({ left_at }) => left_at !== null);
  }, { withinMs: 10_000 });
});
