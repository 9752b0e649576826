import { cpSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/checkout.mjs';
import { offline } from '../../../scripts/lib/web/exporting.mjs';

const parts = ['app.config.ts', 'package.json', 'tsconfig.json', 'assets', 'locales'];

/** A copy of the app with its native projects made, in a folder of its own: the checkout stays as it is. */
export function generateNativeProjects() {
  const folder = mkdtempSync(join(tmpdir(), 'numeroly-native-'));
  for (const part of parts) cpSync(join(root, 'mobile', part), join(folder, 'mobile', part), { recursive: true });
  for (const modules of ['node_modules', 'mobile/node_modules']) symlinkSync(join(root, modules), join(folder, modules));
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  const expo = join(root, 'node_modules', 'expo', 'bin', 'cli');
  execFileSync(process.execPath, [expo, 'prebuild', '--no-install', '--clean'], { cwd: join(folder, 'mobile'), env: { ...process.env, ...offline }, stdio: 'pipe' });
  const read = (...path) => readFileSync(join(folder, 'mobile', ...path), 'utf8');
  return {
    folder,
    plist: read('ios', 'Numeroly', 'Info.plist'),
    plistText: (language) => read('ios', 'Numeroly', 'Supporting', `${language}.lproj`, 'InfoPlist.strings'),
    manifest: read('android', 'app', 'src', 'main', 'AndroidManifest.xml'),
  };
}
