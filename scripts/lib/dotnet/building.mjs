import { basename, join } from 'node:path';
import { root } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';
import { whileHolding } from '../processes/claim.mjs';
import { configuration } from './products.mjs';

/**
 * Builds a project, a solution or a part of one. Two builds of one checkout take turns.
 * Without `writesClient` the committed client stays as it is, so that a stale one is found and no start changes the checkout.
 */
export function build(target, { supervisor, environment, say = () => {}, writesClient = false }) {
  const run = () => dotnetBuild(target, { supervisor, environment, say, writesClient });
  return whileHolding(join(root, '.data', 'building'), 'dotnet build', run, supervisor.signal);
}

async function dotnetBuild(target, { supervisor, environment, say, writesClient }) {
  const { code, how, lines } = await supervisor.run({
    name: 'build',
    command: 'dotnet',
    args: ['build', target, '-c', configuration, '-nologo', '-v', 'minimal', '-nodeReuse:false', '-tl:off', `-p:WriteClient=${writesClient}`],
    cwd: root,
    env: environment,
    watch: (line) => say(builtProject(line)),
  });
  if (code === 0) return;
  const errors = [...new Set(lines.filter((line) => /: error\b/.test(line)).map((line) => line.trim()))];
  throw new PlainError([`Building ${basename(target)} ${how}.`, ...(errors.length ? errors : lines).slice(0, 40)].join('\n'));
}

function builtProject(line) {
  return /^\s*(\S+) -> /.exec(line)?.[1] ?? '';
}
