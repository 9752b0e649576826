import assert from 'node:assert/strict';
import { endToEndWorld, until } from './world/world.mjs';

const world = endToEndWorld();
// What a browser itself writes when an address cannot be reached.
const unreachable = /^console: (Failed to load resource: net::ERR_|WebSocket connection to .* failed)/;

const breaks = (guide, what, seconds, sessionId) => world.stack.standIn.control('POST', `/rooms/${guide.room}/break`, { what, seconds, session_id: sessionId });

/** The app's session in the call, as the guide sees it. */
const sessionOf = (guide) => until('the person to be in the call', () => guide.run(() => Object.keys(call.participants()).find((id) => id !== 'local')));

/** The call, both its ways, the API and the browser's own word for it. The call's come back by themselves. */
async function losesEverything({ person, guide }, seconds) {
  const session = await sessionOf(guide);
  for (const what of ['signalling', 'media']) await breaks(guide, what, seconds, session);
  world.stack.line.cut();
  await person.context.setOffline(true);
}

async function goesOn({ person, guide, id }, words) {
  await guide.answers(words);
  await person.reads(words);
  await person.holdsToSpeak();
  await guide.hears(await sessionOf(guide));
  await person.releases();
  assert.equal((await person.account.conversation(id)).status, 'open');
}

world.test(
  'signalling cut and restored: it is said, and the conversation goes on where it was',
  async () => {
    const talk = await world.talk();
    await talk.guide.answers('Trước khi đứt.');
    await breaks(talk.guide, 'signalling', 6, await sessionOf(talk.guide));
    await talk.person.reads('Mạng đang chập chờn');
    await talk.guide.answers('Trong lúc đứt.');
    await talk.person.reads('Kết nối tốt');
    await talk.person.readsNoMore('Mạng đang chập chờn');
    for (const words of ['Trước khi đứt.', 'Trong lúc đứt.']) {
      await talk.person.reads(words);
      assert.equal(await talk.person.times(words), 1);
    }
    await goesOn(talk, 'Sau khi đứt.');
  },
  { expected: unreachable },
);

world.test('the media path cut and restored: it is said, and both are heard again', async () => {
  const talk = await world.talk();
  await talk.guide.speaks();
  await talk.person.hears();
  await breaks(talk.guide, 'media', 6, await sessionOf(talk.guide));
  await talk.person.reads('Mạng đang chập chờn');
  await talk.person.readsNoMore('Mạng đang chập chờn');
  await talk.person.hears();
  await goesOn(talk, 'Mình vẫn ở đây.');
});

world.test(
  'without network for 30 seconds: the app comes back by itself, with what was said meanwhile',
  async () => {
    const talk = await world.talk();
    await losesEverything(talk, 30);
    await talk.person.reads('Mạng đang chập chờn');
    await talk.guide.answers('Trong lúc bạn mất mạng.');
    await until('half a minute to pass', elapsed(30_000), { withinMs: 40_000 });
    assert.equal(await talk.person.times('Trong lúc bạn mất mạng.'), 0);

    world.stack.line.mend();
    await talk.person.context.setOffline(false);
    await talk.person.reads('Trong lúc bạn mất mạng.', { withinMs: 60_000 });
    await talk.person.reads('Kết nối tốt', { withinMs: 60_000 });
    await goesOn(talk, 'Bạn đã trở lại.');
    assert.equal(await talk.person.times('Trong lúc bạn mất mạng.'), 1);
  },
  { expected: unreachable },
);

world.test(
  'the server killed in mid-call and started again: nothing is lost, nothing shows twice',
  async () => {
    const talk = await world.talk();
    await talk.guide.answers('Trước khi máy chủ dừng.');
    await talk.person.reads('Trước khi máy chủ dừng.');
    await world.stack.api.kill();
    await talk.person.reads('Chưa nghe được máy chủ', { withinMs: 60_000 });
    await talk.person.writes('Tin nhắn lúc máy chủ dừng');
    await talk.person.reads('Tin nhắn lúc máy chủ dừng');
    await world.stack.api.restart();

    await talk.person.readsNoMore('Chưa nghe được máy chủ');
    const kept = await until('the message to be kept', async () => {
      const texts = (await talk.person.account.messages(talk.id)).map(({ text }) => text);
      return texts.includes('Tin nhắn lúc máy chủ dừng') && texts;
    }, { withinMs: 60_000 });
    assert.deepEqual(kept, ['Trước khi máy chủ dừng.', 'Tin nhắn lúc máy chủ dừng']);
    for (const words of kept) assert.equal(await talk.person.times(words), 1);
    await talk.guide.answers('Sau khi máy chủ trở lại.');
    await talk.person.reads('Sau khi máy chủ trở lại.');
  },
  { expected: unreachable },
);

world.test('a hundred app messages, a third of them lost: the screen shows what the store has, once and in order', async () => {
  const { person, guide, id } = await world.talk();
  await world.stack.standIn.control('POST', `/rooms/${guide.room}/app-message-loss`, { share: 0.33, session_id: await sessionOf(guide) });
  for (let i = 1; i <= 25; i++) {
    await guide.hasUnderstood(`Câu hỏi số ${i}.`);
    await guide.answers(`Trả lời số ${i}.`);
  }

  const kept = (await person.account.messages(id)).map(({ text }) => text);
  assert.equal(kept.length, 50);
  const shown = await until('the screen to show all of them', async () => {
    const lines = (await person.lines()).filter((line) => /^(Câu hỏi|Trả lời) số \d+\.$/.test(line));
    return lines.length >= kept.length && lines;
  });
  assert.deepEqual(shown, kept);
});

function elapsed(milliseconds) {
  const from = Date.now();
  return () => Date.now() - from >= milliseconds;
}
