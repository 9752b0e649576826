import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const project = fileURLToPath(new URL('..', import.meta.url));

test('Right uses of the client compile, and wrong ones do not', () => {
  const { status, stdout } = spawnSync(process.execPath, [compiler, '--project', project, '--pretty', 'false'], { encoding: 'utf8' });

  assert.equal(stdout, '');
  assert.equal(status, 0);
});
