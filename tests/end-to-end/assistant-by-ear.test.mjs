import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { onPath } from '@numeroly/test-browser';
import { Caller } from './world/caller.mjs';
import { endToEndWorld, until } from './world/world.mjs';
import { askingForTheLifePath, onceInAWhile } from './world/speech.mjs';

// Debian's recogniser, which understands English questions about numbers; nothing here has an account.
const settings = { ASSISTANT: 'inside', SPEECH_TO_TEXT: 'local', REPLY_PROVIDERS: 'offline', TEXT_TO_SPEECH: 'espeak' };
const isThere = onPath('pocketsphinx_continuous') !== undefined;
const folder = mkdtempSync(join(tmpdir(), 'end-to-end-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const world = isThere ? endToEndWorld({ stack: { assistants: settings }, browser: { microphone: onceInAWhile(askingForTheLifePath.en, join(folder, 'question.wav'), 60) } }) : null;

if (world) {
  world.test('a question spoken in English is understood from its sound alone and answered aloud in English', async () => {
    const caller = await Caller.calls(world, 'alice', { language: 'en', name: 'Alice Miller', birth_date: '1990-05-17' });
    await caller.hears(await caller.assistant());
    await caller.hasHeardOut(1);

    await caller.asks(3.5);
    await caller.hears(await caller.assistant());

    const said = await until('the answer', async () => {
      const now = await caller.account.messages(caller.id);
      return now.length === 3 && now.map(({ speaker, text }) => [speaker, text]);
    });
    assert.deepEqual(said.map(([speaker]) => speaker), ['assistant', 'user', 'assistant']);
    assert.match(said[1][1], /life path/i);
    assert.match(said[2][1], /life path.* 5/i);
    await caller.context.close();
  });
} else {
  const { test } = await import('node:test');
  test('a question spoken in English is understood from its sound alone', { skip: 'no recogniser: install Debian\'s with `apt-get install pocketsphinx pocketsphinx-en-us`' });
}
