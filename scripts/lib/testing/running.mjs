import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { build } from '../dotnet/building.mjs';
import { startHarness } from '../harness/harness.mjs';
import { PlainError } from '../plain-error.mjs';

const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] };

/**
 * Runs suites one after another, built and with services where they need that. One that cannot be run counts as a failure.
 * @param {{ name: string, needsBuild?: boolean, needsServices?: boolean, run: (tools: object) => Promise<object> }[]} suites
 */
export async function runSuites(suites, { folder, ...tools }) {
  const { screen, supervisor } = tools;
  const results = join(root, 'TestResults');
  mkdirSync(results, { recursive: true });

  if (suites.some(({ needsBuild }) => needsBuild)) {
    const built = await attempt('build', tools, (say) => build(join(root, 'Numeroly.sln'), { ...tools, say }), () => 'done');
    if (built.failed) return [built];
  }
  const needServices = suites.some(({ needsServices }) => needsServices);
  const harness = needServices ? await screen.step('services', () => startHarness({ ...tools, folder }), () => 'ready') : tools;

  const outcomes = [];
  for (const { name, run } of suites) {
    outcomes.push(await attempt(name, tools, () => run({ supervisor, screen, environment: harness.environment, results, folder }), describe));
  }
  return outcomes;
}

async function attempt(suite, { screen, supervisor }, run, describe) {
  const begun = Date.now();
  const outcome = await screen.step(suite, run, describe).catch((error) => {
    supervisor.signal.throwIfAborted();
    if (!(error instanceof PlainError)) throw error;
    return { failed: 1, failures: [{ name: 'no result', message: error.message }] };
  });
  return { ...nothing, ...outcome, suite, ms: Date.now() - begun };
}

function describe({ passed, failed = 0, skipped = 0 }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
