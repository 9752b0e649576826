import { table } from '../console/table.mjs';
import { PlainError } from '../plain-error.mjs';

/** What a suite that gave no result counts as: one failure, with the reason. Faults of ours stay faults. */
export function couldNotRun(suite, error) {
  if (!(error instanceof PlainError)) throw error;
  return { suite, passed: 0, failed: 1, skipped: 0, ms: 0, failures: [{ name: 'no result', message: error.message }] };
}

/** The sum over suites: { passed, failed, skipped }. */
export function total(outcomes) {
  const sum = (what) => outcomes.reduce((sofar, outcome) => sofar + outcome[what], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** Everything that went wrong, then one row for each suite. */
export function summary(outcomes) {
  const failures = outcomes.flatMap(({ suite, failures }) => failures.map(({ name, message }) => `${suite}: ${name}\n${indented(message)}`));
  const rows = outcomes.map(({ suite, passed, failed, skipped, ms }) => [suite, passed, failed, skipped, `${(ms / 1000).toFixed(1)} s`]);
  return [...failures, table([['suite', 'passed', 'failed', 'skipped', 'time'], ...rows])].join('\n\n');
}

/** The last line of every run, for programs that add runs up. */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

function indented(text) {
  return text.split('\n').map((line) => `    ${line}`).join('\n');
}
