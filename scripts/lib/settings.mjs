import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import util from 'node:util';
import { PlainError } from './plain-error.mjs';

/** The `.env` at the root under the environment: a variable that is set, even to nothing, wins over the file. */
export function readSettings(root, environment = process.env) {
  return { ...readEnvFile(join(root, '.env')), ...environment };
}

function readEnvFile(file) {
  try {
    return util.parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw new PlainError(`The settings in ${file} cannot be read: ${error.message}`);
  }
}

/** The port a variable asks for, or its default. */
export function portSetting(settings, name, fallback) {
  const text = settings[name]?.trim();
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new PlainError(`${name} is "${text}", which is not a port: give a number from 1 to 65535.`);
}
