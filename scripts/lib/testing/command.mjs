import { Screen } from '../console/screen.mjs';
import { testSettings } from '../harness/harness.mjs';
import { prepare } from '../installing/preparing.mjs';
import { PlainError } from '../plain-error.mjs';
import { inTemporarySession } from '../temporary-session.mjs';
import { runSuites } from './running.mjs';
import { closingLine, couldNotRun, summary, total } from './summary.mjs';

/** Runs the suites whose name contains one of the words, shows what came of them, and returns the exit code. */
export async function testCommand({ title, suites, words }) {
  const chosen = choose(suites, words);
  const screen = new Screen({ labelWidth: 28 });
  const outcomes = await inTemporarySession({ title, screen }, async ({ supervisor, folder, data }) => {
    const environment = await prepare({ supervisor, screen, settings: testSettings(), data });
    return runSuites(chosen, { supervisor, screen, environment, folder });
  }).catch((error) => [couldNotRun('preparation', error)]);
  const sums = total(outcomes);
  console.log(`\n${summary(outcomes)}\n\n${closingLine(sums)}`);
  return sums.failed ? 1 : 0;
}

function choose(suites, words) {
  const wanted = words.map((word) => word.toLowerCase());
  const chosen = suites.filter(({ name }) => !wanted.length || wanted.some((word) => name.toLowerCase().includes(word)));
  if (chosen.length || !words.length) return chosen;
  throw new PlainError(`No suite has ${words.map((word) => `"${word}"`).join(' or ')} in its name. There are: ${suites.map(({ name }) => name).join(', ')}.`);
}
