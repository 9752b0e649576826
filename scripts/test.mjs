import { join } from 'node:path';
import { root } from './lib/checkout.mjs';
import { browserScriptSuites } from './lib/browser-scripts.mjs';
import { clientSuites } from './lib/client/generating.mjs';
import { command } from './lib/command.mjs';
import { testCommand } from './lib/testing/command.mjs';
import { dotnetSuites } from './lib/testing/dotnet-suites.mjs';
import { mobileSuites } from './lib/testing/mobile-suites.mjs';
import { nodeSuites } from './lib/testing/node-suites.mjs';

const limitMs = 15 * 60_000;

await command({
  usage: `npm test [-- <part of a suite's name> ...]

Builds everything and runs all suites, or those whose name contains one of the words, against services of their own:
npm start may run meanwhile. What takes longer is in npm run verify. The last line is "N passed, N failed".`,
  options: {},
  main: ({ words }) =>
    testCommand({
      title: 'npm test',
      words,
      suites: [
        ...dotnetSuites(join(root, 'tests'), { limitMs }),
        ...nodeSuites('scripts', join(root, 'tests', 'scripts'), { limitMs }),
        ...clientSuites(),
        ...browserScriptSuites(),
        ...nodeSuites('call-flow', join(root, 'tests', 'call-flow'), { limitMs, needsBuild: true }),
        ...nodeSuites('generated-client', join(root, 'generated-client'), { limitMs }),
        ...mobileSuites({ limitMs }),
      ],
    }),
});
