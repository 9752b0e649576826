import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unpackedChromium } from './unpacking.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Why a test was skipped, for whoever reads the result. */
export const noChromium = "no Chromium: install Debian's with `apt-get install chromium`, or name one in CHROMIUM";

/**
 * The Chromium there is: the one that CHROMIUM names, the first on the path, or the one that came with the npm packages.
 * @returns {Promise<{ executablePath: string, env?: NodeJS.ProcessEnv } | undefined>} undefined if there is none
 */
export async function findChromium(environment = process.env) {
  const executablePath = environment.CHROMIUM || installed(environment.PATH ?? '');
  return executablePath ? { executablePath } : unpackedChromium();
}

function installed(path) {
  return names.map((name) => onPath(name, path)).find(Boolean);
}

/** The program of this name that a shell would run, or undefined. */
export function onPath(name, path = process.env.PATH ?? '') {
  return path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) return false;
    throw error;
  }
}
