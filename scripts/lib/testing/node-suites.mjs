import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';

const eachMs = 5 * 60_000;

/** All `*.test.mjs` below a folder as one suite, or none. Why tests of it were skipped is shown. */
export function nodeSuites(name, folder, { limitMs, needsBuild = false }) {
  const files = testFiles(folder);
  return files.length ? [{ name, needsBuild, run: (tools) => runFiles({ name, files, limitMs, ...tools }) }] : [];
}

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.test.mjs') && !file.includes('node_modules'))
    .sort()
    .map((file) => join(folder, file));
}

async function runFiles({ name, files, limitMs, supervisor, environment, results, screen }) {
  const report = join(results, `${name}.tap`);
  rmSync(report, { force: true });
  // Left over from a test that runs tests, it would make the runner below think it is one of its own files.
  const { NODE_TEST_CONTEXT: _, ...outside } = environment;
  const { how, lines } = await supervisor.run({
    name,
    command: process.execPath,
    args: ['--test', `--test-timeout=${eachMs}`, '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${report}`, ...files],
    cwd: root,
    env: outside,
    limitMs,
  });
  const tap = existsSync(report) ? readFileSync(report, 'utf8') : '';
  const counts = countTap(tap);
  if (!counts) throw new PlainError(`${name} ${how} and left no result.\n${lines.slice(-30).join('\n')}`);
  for (const reason of skipReasons(tap)) screen.line(`  ${name}: skipped: ${reason}`);
  return { ...counts, failures: counts.failed ? [{ name, message: failuresIn(lines) }] : [] };
}

/** The counts at the end of a TAP report, or nothing when it has no end. */
export function countTap(report) {
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(report)?.[1]);
  if (Number.isNaN(count('tests'))) return undefined;
  return { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo') };
}

/** Why tests were skipped, each reason once. */
export function skipReasons(report) {
  return [...new Set([...report.matchAll(/# SKIP (.+)$/gm)].map(([, reason]) => reason))];
}

function failuresIn(lines) {
  return lines.slice(lines.findIndex((line) => line.includes('failing tests:')) + 1).join('\n');
}
