import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium, openPage, writeMicrophoneFile } from '@numeroly/test-browser';
import { servePages } from '../../tests/call-flow/world/page-server.mjs';
import { Account } from '../../tests/end-to-end/world/account.mjs';
import { Person } from '../../tests/end-to-end/world/person.mjs';
import { startStack } from '../../tests/end-to-end/world/stack.mjs';
import { surroundings } from './machine.mjs';
import { measureApp } from './measuring.mjs';
import { report } from './report.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10' }, json: { type: 'boolean', default: false } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1 || runs > 1000) throw new Error('--runs is a whole number from 1 to 1000.');

const folder = mkdtempSync(join(tmpdir(), 'bench-app-'));
const before = surroundings(folder);
const stack = await startStack();
const pages = await servePages();
const browser = await launchChromium({ microphone: writeMicrophoneFile(join(folder, 'microphone.wav')) });
try {
  const person = await Person.open(browser, stack, 'bench');
  person.account = Account.named(stack.api, person.name);
  await person.introduces();
  const { page: bare } = await openPage(browser, { url: pages.url });
  const token = stack.token('guide', 'assistant');
  const assistant = new Account(stack.api, () => token);
  const samples = await measureApp({ person, bare, assistant, stack, runs, say: (line) => console.error(`  ${line}`) });
  console.log(values.json ? JSON.stringify({ before, after: surroundings(folder), samples }, null, 2) : report({ before, after: surroundings(folder), samples }));
} finally {
  await browser.close();
  await pages.stop();
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
}
