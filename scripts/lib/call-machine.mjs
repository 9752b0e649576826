import { join } from 'node:path';
import { root } from './checkout.mjs';

const folder = join(root, 'standin', 'call-machine');

/** The script that the stand-in serves to daily-js. */
export const callMachine = join(folder, 'dist', 'call-machine-object-bundle.js');

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
