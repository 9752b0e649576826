import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { onPath } from '@numeroly/test-browser';
import { Caller } from './world/caller.mjs';
import { endToEndWorld } from './world/world.mjs';
import { askingForTheLifePath, withPauses } from './world/speech.mjs';

// Debian's recogniser, which understands English questions about numbers; nothing here has an account.
const settings = { ASSISTANT: 'inside', SPEECH_TO_TEXT: 'local', REPLY_PROVIDERS: 'offline', TEXT_TO_SPEECH: 'espeak' };
const isThere = onPath('pocketsphinx_continuous') !== undefined;
const folder = mkdtempSync(join(tmpdir(), 'end-to-end-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const world = isThere ? endToEndWorld({ stack: { assistants: settings }, browser: { microphone: withPauses(askingForTheLifePath.en, join(folder, 'question.wav'), 5) } }) : null;

if (world) {
  world.test('a question spoken in English is understood from its sound alone and answered aloud in English', async () => {
    const caller = await Caller.calls(world, 'alice', { language: 'en', name: 'Alice Miller', birth_date: '1990-05-17' });
    await caller.hears(await caller.assistant());
    await caller.hasHeardOut(1);

    // A machine that has too much to do may lose some of the sound on its way; then one asks again, as one does.
    let question, answer;
    for (let asked = 1; asked <= 3 && !/life path/i.test(question?.text); asked++) {
      await caller.asks();
      await caller.hears(await caller.assistant());
      await caller.hasHeardOut(1 + asked);
      const said = await caller.account.messages(caller.id);
      question = said.findLast(({ speaker }) => speaker === 'user');
      answer = said.at(-1);
    }

    assert.match(question.text, /life path/i);
    assert.equal(answer.speaker, 'assistant');
    assert.match(answer.text, /life path.* 5/i);
    await caller.context.close();
  });
} else {
  const { test } = await import('node:test');
  test('a question spoken in English is understood from its sound alone', { skip: 'no recogniser: install Debian\'s with `apt-get install pocketsphinx pocketsphinx-en-us`' });
}
