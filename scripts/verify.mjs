import { join } from 'node:path';
import { root } from './lib/checkout.mjs';
import { command } from './lib/command.mjs';
import { testCommand } from './lib/testing/command.mjs';
import { dotnetSuites } from './lib/testing/dotnet-suites.mjs';

await command({
  usage: `npm run verify [-- <part of a suite's name> ...]

Runs the suites that take long, those in tests/long, the way npm test runs the others.`,
  options: {},
  main: ({ words }) =>
    testCommand({ title: 'npm run verify', words, suites: dotnetSuites(join(root, 'tests', 'long'), { limitMs: 25 * 60_000 }) }),
});
