import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeWhole } from './atomic-file.mjs';

/** A random text kept in a file that only its owner reads: made at first, the same ever after. */
export function keptSecret(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(24).toString('hex');
  writeWhole(file, `${secret}\n`);
  return secret;
}
