import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/lib/checkout.mjs';
import { readReport } from '../../scripts/lib/testing/dotnet-suites.mjs';
import { countTap, skipReasons } from '../../scripts/lib/testing/node-suites.mjs';
import { closingLine, summary, total } from '../../scripts/lib/testing/summary.mjs';
import { temporaryFolder } from './fixtures/running.mjs';

const outcomes = [
  { suite: 'one', passed: 3, failed: 0, skipped: 1, failures: [], ms: 1234 },
  { suite: 'another', passed: 40, failed: 2, skipped: 0, failures: [{ name: 'It works', message: 'no\nreally' }], ms: 50 },
];

test('Counts are summed over suites, and the last line says so', () => {
  assert.deepEqual(total(outcomes), { passed: 43, failed: 2, skipped: 1 });
  assert.equal(closingLine(total(outcomes)), '43 passed, 2 failed');
});

test('The summary shows what failed and a row for each suite', () => {
  assert.equal(
    summary(outcomes),
    ['another: It works', '    no', '    really', '', '  suite    passed  failed  skipped  time', '  one           3       0        1  1.2 s', '  another      40       2        0  0.1 s'].join('\n'),
  );
});

test('A .NET report is read with its failures', () => {
  const tests = [{ name: 'A', status: 'passed' }, { name: 'B', status: 'failed', message: 'said no', trace: 'at line 1' }];
  const results = { summary: { passed: 1, failed: 1, skipped: 2, pending: 1, other: 1 }, tests };

  assert.deepEqual(readReport({ results }), { passed: 1, failed: 2, skipped: 3, failures: [{ name: 'B', message: 'said no\nat line 1' }] });
});

test('A TAP report is counted by its end, and without one not at all', () => {
  const end = '# tests 6\n# suites 0\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n# duration_ms 5.5\n';

  assert.deepEqual(countTap(`TAP version 13\nok 1 - a\n1..6\n${end}`), { passed: 2, failed: 2, skipped: 2 });
  assert.equal(countTap('TAP version 13\nok 1 - a\n'), undefined);
});

test('Why tests were skipped is told once', () => {
  const report = 'ok 1 - a # SKIP no Chromium: install it\nok 2 - b\n    ok 3 - c # SKIP no Chromium: install it\n';

  assert.deepEqual(skipReasons(report), ['no Chromium: install it']);
});

test('A suite that nobody named is refused with those there are', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'test.mjs'), 'no such suite'], { encoding: 'utf8' });

  assert.equal(status, 1);
  assert.match(stderr, /There are: .*scripts/);
});

/** Runs .ci/run in a folder whose npm is a shell script. */
function runCi(t, npm, { withLong }) {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, '.ci'));
  copyFileSync(join(root, '.ci', 'run'), join(folder, '.ci', 'run'));
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\n${npm}\n`);
  chmodSync(join(folder, 'npm'), 0o755);
  if (withLong) {
    mkdirSync(join(folder, 'tests', 'long', 'Chaos'), { recursive: true });
    writeFileSync(join(folder, 'tests', 'long', 'Chaos', 'Chaos.csproj'), '');
  }
  const { status, stdout } = spawnSync('bash', [join(folder, '.ci', 'run')], { encoding: 'utf8', env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } });
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

test('.ci/run adds up the tests and the long ones', (t) => {
  assert.deepEqual(runCi(t, 'echo "10 passed, 0 failed"', { withLong: true }), { status: 0, lastLine: '20 passed, 0 failed' });
  assert.deepEqual(runCi(t, 'echo "10 passed, 0 failed"', { withLong: false }), { status: 0, lastLine: '10 passed, 0 failed' });
});

test('.ci/run fails when a test failed', (t) => {
  assert.deepEqual(runCi(t, 'echo "10 passed, 2 failed"; exit 1', { withLong: true }), { status: 1, lastLine: '20 passed, 4 failed' });
});

test('.ci/run fails when a run broke off without counts', (t) => {
  assert.deepEqual(runCi(t, 'exit 3', { withLong: false }), { status: 1, lastLine: '0 passed, 1 failed' });
  assert.deepEqual(runCi(t, 'echo "9 passed, 0 failed"; exit 3', { withLong: false }), { status: 1, lastLine: '9 passed, 1 failed' });
});
