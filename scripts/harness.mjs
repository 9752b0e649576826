import { join } from 'node:path';
import { writeWhole } from './lib/atomic-file.mjs';
import { command } from './lib/command.mjs';
import { Screen } from './lib/console/screen.mjs';
import { dataFolder, shown } from './lib/checkout.mjs';
import { startHarness, testSettings } from './lib/harness/harness.mjs';
import { prepare } from './lib/installing/preparing.mjs';
import { inTemporarySession } from './lib/temporary-session.mjs';

await command({
  usage: `npm run harness

Starts an empty PostgreSQL and a Redis-protocol server for tests, with a control address where tests make more of them
and break them, and stays until Ctrl-C. Tests find it by NUMEROLY_HARNESS; .data/test/harness.json says the same.
Everything in it is thrown away at the end.`,
  options: {},
  interruptedCode: 0,
  main: () => {
    const screen = new Screen();
    const file = join(dataFolder(), 'test', 'harness.json');
    return inTemporarySession({ title: 'npm run harness', screen, leftovers: [file] }, async ({ supervisor, folder, data }) => {
      const environment = await prepare({ supervisor, screen, settings: testSettings(), data });
      const { url, services } = await screen.step('services', () => startHarness({ supervisor, environment, folder }), () => 'ready');
      writeWhole(file, `${JSON.stringify({ url, ...services.addresses }, null, 2)}\n`);
      screen.line(`\n  NUMEROLY_HARNESS=${url}\n  ${shown(file)} says the same. Stop: Ctrl-C`);
      await supervisor.untilStopped();
    });
  },
});
