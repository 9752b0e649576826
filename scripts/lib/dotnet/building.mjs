import { basename, join } from 'node:path';
import { root } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';
import { whileHolding } from '../processes/claim.mjs';
import { removeEntirely } from '../removal.mjs';
import { configuration } from './products.mjs';

/**
 * Builds a project, a solution or a part of one. Two builds of one checkout take turns.
 * Without `writesClient` the committed client stays as it is, so that a stale one is found and no start changes the checkout.
 */
export function build(target, { writesClient = false, ...tools }) {
  return inTurn('build', [target, `-p:WriteClient=${writesClient}`], tools);
}

/**
 * Publishes a project into a folder, which then holds nothing else.
 * @param {{ into: string, properties?: string[] }} how `properties` are MSBuild's, as `Name=value`
 */
export function publish(project, { into, properties = [] }, tools) {
  removeEntirely(into);
  return inTurn('publish', [project, '-o', into, ...['WriteClient=false', ...properties].map((property) => `-p:${property}`)], tools);
}

function inTurn(verb, what, tools) {
  return whileHolding(join(root, '.data', 'building'), `dotnet ${verb}`, () => dotnet(verb, what, tools), tools.supervisor.signal);
}

async function dotnet(verb, [target, ...options], { supervisor, environment, say = () => {} }) {
  const { code, how, lines } = await supervisor.run({
    name: 'build',
    command: 'dotnet',
    args: [verb, target, ...options, '-c', configuration, '-nologo', '-v', 'minimal', '-nodeReuse:false', '-tl:off'],
    cwd: root,
    env: environment,
    watch: (line) => say(builtProject(line)),
  });
  if (code === 0) return;
  const errors = [...new Set(lines.filter((line) => /: error\b/.test(line)).map((line) => line.trim()))];
  const doing = { build: 'Building', publish: 'Publishing' }[verb];
  throw new PlainError([`${doing} ${basename(target)} ${how}.`, ...(errors.length ? errors : lines).slice(0, 40)].join('\n'));
}

function builtProject(line) {
  return /^\s*(\S+) -> /.exec(line)?.[1] ?? '';
}
