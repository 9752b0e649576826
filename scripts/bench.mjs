import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/checkout.mjs';
import { command } from './lib/command.mjs';
import { Screen } from './lib/console/screen.mjs';
import { build } from './lib/dotnet/building.mjs';
import { product } from './lib/dotnet/products.mjs';
import { startHarness, testSettings } from './lib/harness/harness.mjs';
import { prepare } from './lib/installing/preparing.mjs';
import { PlainError } from './lib/plain-error.mjs';
import { inTemporarySession } from './lib/temporary-session.mjs';

const bench = product(join(root, 'bench', 'Numeroly.Bench'), 'Numeroly.Bench');

await command({
  usage: `npm run bench -- <name> [its options]

Builds bench/Numeroly.Bench and runs one of its measurements with services of its own. Without a name it lists them.`,
  main: ({ words }) => {
    if (!existsSync(bench.folder)) throw new PlainError('There is nothing to measure yet: bench/Numeroly.Bench does not exist.');
    const screen = new Screen();
    return inTemporarySession({ title: 'npm run bench', screen }, async ({ supervisor, folder, data }) => {
      const tools = { supervisor, screen, environment: await prepare({ supervisor, screen, settings: testSettings(), data }) };
      await screen.step('build', (say) => build(bench.folder, { ...tools, say }), () => 'done');
      const { environment } = await screen.step('services', () => startHarness({ ...tools, folder }), () => 'ready');
      const { code } = await supervisor.run({ name: 'bench', command: 'dotnet', args: [bench.dll, ...words], cwd: root, env: environment, watch: (line) => screen.line(line) });
      return code;
    });
  },
});
