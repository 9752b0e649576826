import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where everything that runs keeps its data: `.data`, or what NUMEROLY_DATA says. */
export function dataFolder(settings = process.env) {
  return resolve(root, settings.NUMEROLY_DATA || '.data');
}

/** A path as a person in the checkout would type it. */
export function shown(path) {
  const fromRoot = relative(root, path);
  return fromRoot.startsWith('..') ? path : fromRoot || '.';
}
