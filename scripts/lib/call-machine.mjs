import { join } from 'node:path';
import { root } from './checkout.mjs';

const folder = join(root, 'standin', 'call-machine');

/** The script that the stand-in serves to daily-js. */
export const callMachine = join(folder, 'dist', 'call-machine-object-bundle.js');

/** Its types, as a suite of one test. */
export function callMachineSuites() {
  const run = async ({ supervisor, environment }) => {
    await supervisor.must({
      name: 'call-machine-types',
      command: process.execPath,
      args: [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', folder],
      cwd: root,
      env: environment,
      failure: 'The call machine has wrong types',
    });
    return { passed: 1, failed: 0, skipped: 0, failures: [] };
  };
  return [{ name: 'call-machine types', run }];
}

export function buildCallMachine({ supervisor, environment }) {
  return supervisor.must({
    name: 'call-machine',
    command: process.execPath,
    args: [join(folder, 'build.mjs')],
    cwd: root,
    env: environment,
    failure: 'The call machine could not be built',
  });
}
