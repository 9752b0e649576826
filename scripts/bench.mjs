import { join } from 'node:path';
import { root } from './lib/checkout.mjs';
import { command } from './lib/command.mjs';
import { Screen } from './lib/console/screen.mjs';
import { build } from './lib/dotnet/building.mjs';
import { product } from './lib/dotnet/products.mjs';
import { buildBackend } from './lib/dotnet/solution.mjs';
import { startHarness, testSettings } from './lib/harness/harness.mjs';
import { prepare } from './lib/installing/preparing.mjs';
import { publishThisVersion, publishVersionBefore } from './lib/measuring/versions.mjs';
import { inTemporarySession } from './lib/temporary-session.mjs';
import { exportedWebApp } from './lib/web/exporting.mjs';

const program = product(join(root, 'bench', 'Numeroly.Bench'), 'Numeroly.Bench');
const byHand = product(join(root, 'bench', 'Numeroly.Bench.HandWritten'), 'Numeroly.Bench.HandWritten');

/** The backend's measurements: a program of ours, which lists and names them. */
async function theBackend(words, tools) {
  await tools.screen.step('build', (say) => build(program.folder, { ...tools, say }), () => 'done');
  return { command: 'dotnet', args: [program.dll, ...words] };
}

/** Saving over HTTP: this version and the one before as they are published, and endpoints written by hand. */
async function overHttp(options, tools) {
  await tools.screen.step('build', (say) => build(program.folder, { ...tools, say }), () => 'done');
  await tools.screen.step('by hand', (say) => build(byHand.folder, { ...tools, say }), () => 'built');
  const before = await tools.screen.step('version before', (say) => publishVersionBefore({ ...tools, say }), () => 'published');
  const api = await tools.screen.step('this version', (say) => publishThisVersion({ ...tools, say }), () => 'published');
  return { command: 'dotnet', args: [program.dll, 'http', '--api', api, '--before', before, '--by-hand', byHand.dll, ...options] };
}

/** Starting: this version and the one before as they are published. */
async function starting(options, tools) {
  await tools.screen.step('build', (say) => build(program.folder, { ...tools, say }), () => 'done');
  const before = await tools.screen.step('version before', (say) => publishVersionBefore({ ...tools, say }), () => 'published');
  const api = await tools.screen.step('this version', (say) => publishThisVersion({ ...tools, say }), () => 'published');
  return { command: 'dotnet', args: [program.dll, 'start', '--api', api, '--before', before, ...options] };
}

/** The app's: the exported web app in a real browser. */
async function theApp(options, tools) {
  await tools.screen.step('build', (say) => buildBackend({ ...tools, say }), (how) => how);
  const app = await tools.screen.step('web app', (say) => exportedWebApp({ ...tools, say }), () => 'exported');
  return { command: process.execPath, args: [join(root, 'bench', 'app', 'main.mjs'), ...options], also: { NUMEROLY_WEB_APP: app } };
}

/** The assistant's voice: the real stand-in, assistants in a process of theirs, and persons in a real browser. */
async function theVoice(options, tools) {
  await tools.screen.step('build', (say) => buildBackend({ ...tools, say }), (how) => how);
  await tools.screen.step('bench', (say) => build(program.folder, { ...tools, say }), () => 'built');
  return { command: process.execPath, args: [join(root, 'bench', 'voice', 'main.mjs'), ...options] };
}

/** What needs more than the backend's program. */
const others = { http: overHttp, start: starting, app: theApp, voice: theVoice };

await command({
  usage: `npm run bench -- <name> [its options]

Builds what is measured and runs one of the measurements with services of its own. Without a name it lists the backend's;
beside them there are "app" [--runs <n>] [--json]: the app in a real browser, from a touch to what it leads to, and "voice"
[--runs <n>] [--turns <n>] [--calls 1,4] [--json]: from a person's last sound to the first of the assistant's answer.`,
  main: ({ words }) => {
    const screen = new Screen();
    return inTemporarySession({ title: 'npm run bench', screen }, async ({ supervisor, folder, data }) => {
      const tools = { supervisor, screen, environment: await prepare({ supervisor, screen, settings: testSettings(), data }) };
      const [name, ...options] = words;
      const { also, ...measuring } = await (Object.hasOwn(others, name ?? '') ? others[name](options, tools) : theBackend(words, tools));
      const { environment } = await screen.step('services', () => startHarness({ ...tools, folder }), () => 'ready');
      const { code } = await supervisor.run({ name: 'bench', ...measuring, cwd: root, env: { ...environment, ...also }, watch: (line) => screen.line(line) });
      return code;
    });
  },
});
