import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';

const folder = join(root, 'mobile');
const tool = (...path) => join(root, 'node_modules', ...path);

/** The app's suites: its types and its style as one test each, and its own tests. */
export function mobileSuites({ limitMs }) {
  return [
    { name: 'mobile types', run: checkWith('mobile-types', [tool('typescript', 'bin', 'tsc'), '--noEmit'], limitMs) },
    { name: 'mobile style', run: checkWith('mobile-style', [tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'], limitMs) },
    { name: 'mobile', run: (tools) => runJest({ limitMs, ...tools }) },
  ];
}

function checkWith(name, args, limitMs) {
  return async ({ supervisor, environment }) => {
    const { code, how, lines } = await supervisor.run({ name, command: process.execPath, args, cwd: folder, env: environment, limitMs });
    return code === 0
      ? { passed: 1, failed: 0, skipped: 0, failures: [] }
      : { passed: 0, failed: 1, skipped: 0, failures: [{ name: how, message: lines.join('\n') }] };
  };
}

async function runJest({ limitMs, supervisor, environment, results }) {
  const report = join(results, 'mobile.json');
  rmSync(report, { force: true });
  const { how, lines } = await supervisor.run({
    name: 'mobile-tests',
    command: process.execPath,
    args: [tool('jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`],
    cwd: folder,
    env: { ...environment, CI: '1' },
    limitMs,
  });
  if (!existsSync(report)) throw new PlainError(`mobile ${how} and left no result.\n${lines.slice(-30).join('\n')}`);
  return readJestReport(JSON.parse(readFileSync(report, 'utf8')));
}

/** Counts and failures from jest's own report. A file that could not run at all counts as one failure. */
export function readJestReport({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites, testResults }) {
  const failures = testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed').map((test) => ({ name: test.fullName, message: test.failureMessages.join('\n') }));
    return assertionResults.length === 0 && message ? [{ name, message }] : failed;
  });
  if (numPassedTests + numFailedTests + numRuntimeErrorTestSuites === 0) throw new PlainError('mobile has no test.');
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests + numTodoTests, failures };
}
