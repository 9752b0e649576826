import { join } from 'node:path';
import { root } from './checkout.mjs';

const callMachine = { name: 'call-machine', what: 'The call machine', folder: join(root, 'standin', 'call-machine'), built: 'call-machine-object-bundle.js' };
const callPage = { name: 'call-page', what: 'The call page', folder: join(root, 'src', 'Numeroly.Assistant', 'Calling', 'Chromium', 'page'), built: 'page.html' };
const bundles = [callMachine, callPage];

/** What of ours runs in browsers beside the app: the script that the stand-in serves to daily-js, and the assistant's page. */
export const browserScripts = bundles.map(({ folder, built }) => join(folder, 'dist', built));

/** Their types, as a suite of one test each. */
export function browserScriptSuites() {
  return bundles.map(({ name, what, folder }) => ({
    name: `${name} types`,
    run: async ({ supervisor, environment }) => {
      await supervisor.must({
        name: `${name}-types`,
        command: process.execPath,
        args: [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', folder],
        cwd: root,
        env: environment,
        failure: `${what} has wrong types`,
      });
      return { passed: 1, failed: 0, skipped: 0, failures: [] };
    },
  }));
}

export async function buildBrowserScripts({ supervisor, environment }) {
  for (const { name, what, folder } of bundles) {
    await supervisor.must({
      name,
      command: process.execPath,
      args: [join(folder, 'build.mjs')],
      cwd: root,
      env: environment,
      failure: `${what} could not be built`,
    });
  }
}
