import { join } from 'node:path';
import { root } from './lib/checkout.mjs';
import { command } from './lib/command.mjs';
import { bundleSuites } from './lib/testing/bundle-suites.mjs';
import { testCommand } from './lib/testing/command.mjs';
import { dotnetSuites } from './lib/testing/dotnet-suites.mjs';
import { endToEndSuites } from './lib/testing/end-to-end-suites.mjs';
import { nodeSuites } from './lib/testing/node-suites.mjs';

const limitMs = 25 * 60_000;

await command({
  usage: `npm run verify [-- <part of a suite's name> ...]

Runs the suites that take long, the way npm test runs the others: the app in a real browser against everything
it talks to, those in tests/long, and the app exported for the web, iOS and Android with its bundles weighed against their
budgets.`,
  options: {},
  main: ({ words }) =>
    testCommand({
      title: 'npm run verify',
      words,
      suites: [
        ...nodeSuites('native projects', join(root, 'tests', 'long', 'native-projects'), { limitMs }),
        ...endToEndSuites({ limitMs }),
        ...bundleSuites({ limitMs }),
        ...dotnetSuites(join(root, 'tests', 'long'), { limitMs }),
      ],
    }),
});
