import './node-version.mjs';
import util from 'node:util';
import { Interrupted, PlainError } from './plain-error.mjs';

/**
 * Runs one command of package.json: `--help`, unknown options, and how each kind of failure is shown.
 * Without `options`, everything typed is passed on as words.
 * @param {{ usage: string, options?: object, interruptedCode?: number, main: (input: { options: object, words: string[] }) => Promise<number | void> }} command
 */
export async function command({ usage, options, interruptedCode = 130, main }) {
  // A reader that went away (`npm test | head`) must not stop the clean-up.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  const input = parse(usage, options);
  try {
    process.exit((await main(input)) ?? 0);
  } catch (error) {
    if (error instanceof Interrupted) process.exit(interruptedCode);
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    process.exit(1);
  }
}

function parse(usage, options) {
  const typed = process.argv.slice(2);
  // What is passed on may have a help of its own.
  const asked = options ? typed : typed.slice(0, 1);
  if (asked.includes('--help') || asked.includes('-h')) {
    console.log(usage);
    process.exit(0);
  }
  if (!options) return { options: {}, words: typed };
  try {
    const { values, positionals } = util.parseArgs({ options, allowPositionals: true });
    return { options: values, words: positionals };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}
