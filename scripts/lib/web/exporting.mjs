import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { whileHolding } from '../processes/claim.mjs';
import { sourcesHash } from './sources.mjs';

const kept = join(root, '.data', 'web');

/** The web app as files, exported unless that was done for these very sources. Returns the folder. */
export function exportedWebApp({ supervisor, environment, say = () => {} }) {
  const folder = join(kept, sourcesHash(environment));
  if (existsSync(folder)) return folder;
  return whileHolding(join(root, '.data', 'exporting'), 'expo export', async () => {
    // Another command may have done it while this one waited.
    if (existsSync(folder)) return folder;
    say('exporting, which takes a minute or two after a change');
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(kept, { recursive: true });
    await supervisor.must({ name: 'web-export', ...expoExport('web', unfinished, environment), failure: 'The web app could not be exported' });
    for (const other of readdirSync(kept)) if (join(kept, other) !== unfinished) rmSync(join(kept, other), { recursive: true, force: true });
    renameSync(unfinished, folder);
    return folder;
  }, supervisor.signal);
}

/** The process that exports the app for a platform into a folder. It needs no network. */
export function expoExport(platform, folder, environment) {
  return {
    command: process.execPath,
    args: [join(root, 'node_modules', 'expo', 'bin', 'cli'), 'export', '--platform', platform, '--output-dir', folder],
    cwd: join(root, 'mobile'),
    env: { ...environment, ...offline },
  };
}

export const offline = { EXPO_OFFLINE: '1', EXPO_NO_TELEMETRY: '1', CI: '1' };
