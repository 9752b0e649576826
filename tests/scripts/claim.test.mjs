import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { giveUp, holderOf, take, whileHolding } from '../../scripts/lib/processes/claim.mjs';
import { temporaryFolder } from './fixtures/running.mjs';

test('A claim has one holder at a time', (t) => {
  const file = join(temporaryFolder(t), 'claim');

  assert.equal(take(file, 'first'), true);
  assert.equal(take(file, 'second'), false);
  assert.equal(holderOf(file).title, 'first');

  giveUp(file);
  assert.equal(take(file, 'second'), true);
});

test('The claim of a process that is gone is taken over, also when its number belongs to another one now', (t) => {
  const file = join(temporaryFolder(t), 'claim');
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'long ago', title: 'gone' }));

  assert.equal(holderOf(file), undefined);
  assert.equal(take(file, 'new'), true);
});

test('Work under one claim takes turns', async (t) => {
  const file = join(temporaryFolder(t), 'claim');
  const seen = [];
  const work = (name) => async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`${name} ends`);
  };

  await Promise.all(['a', 'b', 'c'].map((name) => whileHolding(file, name, work(name))));

  assert.equal(seen.length, 6);
  for (let turn = 0; turn < 6; turn += 2) assert.equal(seen[turn].replace('begins', 'ends'), seen[turn + 1]);
});
