import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { buildSolution } from '../dotnet/solution.mjs';
import { startHarness } from '../harness/harness.mjs';
import { couldNotRun } from './summary.mjs';

/**
 * Runs suites one after another, built and with services where they need that.
 * @param {{ name: string, needsBuild?: boolean, needsServices?: boolean, run: (tools: object) => Promise<object> }[]} suites
 */
export async function runSuites(suites, { folder, ...tools }) {
  const { screen, supervisor } = tools;
  const results = join(root, 'TestResults');
  mkdirSync(results, { recursive: true });

  if (suites.some(({ needsBuild }) => needsBuild)) {
    await screen.step('build', (say) => buildSolution({ ...tools, say }), () => 'done');
  }
  const needServices = suites.some(({ needsServices }) => needsServices);
  const { environment } = needServices ? await screen.step('services', () => startHarness({ ...tools, folder }), () => 'ready') : tools;

  const outcomes = [];
  for (const suite of suites) {
    outcomes.push(await runSuite(suite, { supervisor, screen, environment, results, folder }));
  }
  return outcomes;
}

async function runSuite({ name, run }, tools) {
  const begun = Date.now();
  const attempt = () =>
    run(tools).catch((error) => {
      // When everything is being stopped, that is not this suite's failure.
      tools.supervisor.signal.throwIfAborted();
      return couldNotRun(name, error);
    });
  const outcome = await tools.screen.step(name, attempt, describe);
  return { ...outcome, suite: name, ms: Date.now() - begun };
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
