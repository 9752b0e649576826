import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { product } from '../dotnet/products.mjs';
import { PlainError } from '../plain-error.mjs';

/** The test projects right below a folder: those that do not say they are none. */
export function dotnetSuites(folder, { limitMs }) {
  return projectsIn(folder).map(({ path, name }) => ({
    name,
    needsBuild: true,
    needsServices: true,
    run: (tools) => runProject({ name, dll: product(path, name).dll, limitMs, ...tools }),
  }));
}

function projectsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ path: join(folder, entry.name), project: readdirSync(join(folder, entry.name)).find((file) => file.endsWith('.csproj')) }))
    .filter(({ path, project }) => project && !/<IsTestProject>\s*false/i.test(readFileSync(join(path, project), 'utf8')))
    .map(({ path, project }) => ({ path, name: basename(project, '.csproj') }));
}

async function runProject({ name, dll, limitMs, supervisor, environment, results, screen }) {
  const report = join(results, `${name}.json`);
  rmSync(report, { force: true });
  const { how, lines } = await supervisor.run({
    name,
    command: 'dotnet',
    args: [dll, '-result-ctrf', report, '-noLogo', '-noColor'],
    env: environment,
    // Rows of a table are what a long suite has to show.
    watch: (line) => (/\[FAIL\]/.test(line) || line.startsWith('| ')) && screen.line(`  ${name}: ${line.trim()}`),
    limitMs,
  });
  if (!existsSync(report)) throw new PlainError(`${name} ${how} and left no result.\n${lines.slice(-30).join('\n')}`);
  const outcome = readReport(JSON.parse(readFileSync(report, 'utf8')));
  if (outcome.passed + outcome.failed + outcome.skipped === 0) throw new PlainError(`${name} has no test.`);
  return outcome;
}

/** Counts and failures from a report in the Common Test Report Format. */
export function readReport({ results: { summary, tests } }) {
  const failures = tests
    .filter((test) => test.status === 'failed')
    .map((test) => ({ name: test.name, message: [test.message, test.trace].filter(Boolean).join('\n') }));
  return { passed: summary.passed, failed: summary.failed + summary.other, skipped: summary.skipped + summary.pending, failures };
}
