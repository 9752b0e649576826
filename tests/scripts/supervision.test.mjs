import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fixture, isAlive, runScript, temporaryFolder, untilGone } from './fixtures/running.mjs';

/** Starts the fixture, and returns it with the processes it has started. */
async function startSession(t, folder) {
  const session = runScript(t, fixture('session.mjs'), [join(folder, 'run'), join(folder, 'leftover')]);
  await session.shows(/^ready$/m);
  const [, parent, child] = /parent (\d+) child (\d+)/.exec(session.text).map(Number);
  return { session, parent, child, guardian: guardianOf(folder) };
}

function guardianOf(folder) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return Number(pids.find((pid) => commandLine(pid).includes('guardian.mjs') && commandLine(pid).includes(join(folder, 'run'))));
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

test('Stopping ends the whole group, also what ignores the polite request', async (t) => {
  const { session, parent, child } = await startSession(t, temporaryFolder(t));
  assert.ok(isAlive(parent) && isAlive(child));

  session.kill('SIGTERM');

  assert.equal(await session.ended, 0);
  await untilGone([parent, child]);
});

test('A service that dies takes everything down, and says which it was and what it said last', async (t) => {
  const { session, parent, child } = await startSession(t, temporaryFolder(t));

  process.kill(parent, 'SIGKILL');

  assert.equal(await session.ended, 1);
  assert.match(session.text, /family was ended by SIGKILL/);
  assert.match(session.text, new RegExp(`family \\| parent ${parent} child ${child}\n`));
  await untilGone([parent, child]);
});

test('A command that is killed leaves nothing behind', { skip: process.platform !== 'linux' }, async (t) => {
  const { session, parent, child, guardian } = await startSession(t, temporaryFolder(t));

  session.kill('SIGKILL');

  await untilGone([parent, child, guardian]);
});

test('A command killed together with its guardian is cleaned up after by the next one', { skip: process.platform !== 'linux' }, async (t) => {
  const folder = temporaryFolder(t);
  const { session, parent, child, guardian } = await startSession(t, folder);
  process.kill(guardian, 'SIGKILL');
  session.kill('SIGKILL');
  await untilGone([session.pid, guardian]);
  assert.ok(isAlive(parent) && isAlive(child));

  const next = await startSession(t, folder);

  await untilGone([parent, child]);
  assert.ok(isAlive(next.parent));
  next.session.kill('SIGINT');
  assert.equal(await next.session.ended, 0);
});

test('A second command in the same folder is refused while the first one runs, and welcome afterwards', async (t) => {
  const folder = temporaryFolder(t);
  const { session, parent } = await startSession(t, folder);

  const second = runScript(t, fixture('session.mjs'), [join(folder, 'run'), join(folder, 'leftover')]);

  assert.equal(await second.ended, 1);
  assert.match(second.text, new RegExp(`already runs in this checkout \\(process ${session.pid}\\)`));
  assert.ok(isAlive(parent));
  session.kill('SIGINT');
  await session.ended;
  const third = await startSession(t, folder);
  third.session.kill('SIGINT');
  assert.equal(await third.session.ended, 0);
});

test('npm start is refused while another one runs on the same data', async (t) => {
  const data = temporaryFolder(t);
  const first = runScript(t, fixture('session.mjs'), [join(data, 'run'), join(data, 'leftover')]);
  await first.shows(/^ready$/m);

  const start = runScript(t, join('scripts', 'start.mjs'), [], { NUMEROLY_DATA: data });

  assert.equal(await start.ended, 1);
  assert.match(start.text, /already runs in this checkout/);
  first.kill('SIGINT');
  await first.ended;
});
