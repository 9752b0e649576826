import { join } from 'node:path';
import { root } from './lib/checkout.mjs';
import { command } from './lib/command.mjs';
import { Screen } from './lib/console/screen.mjs';
import { build } from './lib/dotnet/building.mjs';
import { product } from './lib/dotnet/products.mjs';
import { buildBackend } from './lib/dotnet/solution.mjs';
import { startHarness, testSettings } from './lib/harness/harness.mjs';
import { prepare } from './lib/installing/preparing.mjs';
import { inTemporarySession } from './lib/temporary-session.mjs';
import { exportedWebApp } from './lib/web/exporting.mjs';

const program = product(join(root, 'bench', 'Numeroly.Bench'), 'Numeroly.Bench');

/** The backend's measurements: a program of ours, which lists and names them. */
async function theBackend(words, tools) {
  await tools.screen.step('build', (say) => build(program.folder, { ...tools, say }), () => 'done');
  return { command: 'dotnet', args: [program.dll, ...words] };
}

/** The app's: the exported web app in a real browser. */
async function theApp(options, tools) {
  await tools.screen.step('build', (say) => buildBackend({ ...tools, say }), (how) => how);
  const app = await tools.screen.step('web app', (say) => exportedWebApp({ ...tools, say }), () => 'exported');
  return { command: process.execPath, args: [join(root, 'bench', 'app', 'main.mjs'), ...options], also: { NUMEROLY_WEB_APP: app } };
}

await command({
  usage: `npm run bench -- <name> [its options]

Builds what is measured and runs one of the measurements with services of its own. Without a name it lists the backend's;
beside them there is "app" [--runs <n>] [--json]: the app in a real browser, from a touch to what it leads to.`,
  main: ({ words }) => {
    const screen = new Screen();
    return inTemporarySession({ title: 'npm run bench', screen }, async ({ supervisor, folder, data }) => {
      const tools = { supervisor, screen, environment: await prepare({ supervisor, screen, settings: testSettings(), data }) };
      const [name, ...options] = words;
      const { also, ...measuring } = name === 'app' ? await theApp(options, tools) : await theBackend(words, tools);
      const { environment } = await screen.step('services', () => startHarness({ ...tools, folder }), () => 'ready');
      const { code } = await supervisor.run({ name: 'bench', ...measuring, cwd: root, env: { ...environment, ...also }, watch: (line) => screen.line(line) });
      return code;
    });
  },
});
