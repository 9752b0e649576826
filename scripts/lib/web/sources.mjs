import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../checkout.mjs';

/** What an exported app is made of: a change in any of it makes another app. */
const parts = ['package-lock.json', 'generated-client/src', 'mobile/app.config.ts', 'mobile/babel.config.js', 'mobile/metro.config.js', 'mobile/package.json', 'mobile/assets', 'mobile/public', 'mobile/locales', 'mobile/src'];

const isTest = (file) => /\.test\.tsx?$/.test(file);

/** A short name for the sources as they are, and for what the environment puts into a build. */
export function sourcesHash(environment = {}) {
  const hash = createHash('sha256');
  for (const file of parts.flatMap(filesIn).filter((file) => !isTest(file))) hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0');
  for (const [name, value] of Object.entries(environment).sort()) if (name.startsWith('EXPO_PUBLIC_')) hash.update(`${name}=${value}\0`);
  return hash.digest('hex').slice(0, 16);
}

function filesIn(part) {
  if (statSync(join(root, part)).isFile()) return [part];
  return readdirSync(join(root, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
