import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { whileHolding } from '../processes/claim.mjs';

const stamp = join(root, 'node_modules', '.installed-from');

/** Installs what package-lock.json names, unless exactly that is installed for this platform already. */
export async function installNpmPackages({ supervisor, environment }) {
  if (isInstalled()) return 'up to date';
  return whileHolding(join(root, '.data', 'installing'), 'npm ci', async () => {
    // Another command may have done it while this one waited.
    if (isInstalled()) return 'up to date';
    await supervisor.must({
      name: 'npm-ci',
      ...npm('ci', '--include=dev', '--include=optional'),
      cwd: root,
      env: environment,
      failure: 'The npm packages could not be installed',
    });
    writeFileSync(stamp, wanted());
    return 'installed';
  }, supervisor.signal);
}

function isInstalled() {
  try {
    return readFileSync(stamp, 'utf8') === wanted();
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function wanted() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** The npm that runs this command, or the one on the path. */
function npm(...args) {
  const running = process.env.npm_execpath;
  return running?.endsWith('npm-cli.js') ? { command: process.execPath, args: [running, ...args] } : { command: 'npm', args };
}
