import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { writeWhole } from '../atomic-file.mjs';
import { browserScripts, buildBrowserScripts } from '../browser-scripts.mjs';
import { build } from './building.mjs';
import { api, standIn } from './products.mjs';

const backend = join(root, 'scripts', 'backend.slnf');
const solution = join(root, 'Numeroly.sln');
const stamp = join(api.folder, 'obj', 'backend-built-from');
// `openapi` and `dist` are written by the build itself.
const notSources = new Set(['bin', 'obj', 'openapi', 'dist', 'node_modules', 'TestResults']);

/** Builds the API, the stand-in and what runs in browsers for them, unless they were built from exactly these sources. */
export async function buildBackend(tools) {
  const sources = fingerprint();
  if (isBuiltFrom(sources)) return 'up to date';
  await buildFrom(sources, backend, tools);
  return 'built';
}

/** Builds everything there is, tests included. */
export function buildSolution(tools) {
  return buildFrom(fingerprint(), solution, tools);
}

async function buildFrom(sources, target, tools) {
  await buildBrowserScripts(tools);
  await build(target, tools);
  writeWhole(stamp, sources, { mode: 0o644 });
}

function isBuiltFrom(sources) {
  return [stamp, api.dll, standIn.dll, ...browserScripts].every((file) => existsSync(file)) && readFileSync(stamp, 'utf8') === sources;
}

function fingerprint() {
  const hash = createHash('sha256');
  const settings = readdirSync(root).filter((name) => /\.(props|targets|txt)$|^global\.json$|^\.editorconfig$/.test(name));
  for (const file of settings) note(hash, join(root, file));
  for (const folder of ['src', 'standin']) noteAll(hash, join(root, folder));
  return hash.digest('hex');
}

function noteAll(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !notSources.has(entry.name)) noteAll(hash, join(folder, entry.name));
    if (entry.isFile()) note(hash, join(folder, entry.name));
  }
}

function note(hash, file) {
  const { size, mtimeMs } = statSync(file);
  hash.update(`${file} ${size} ${mtimeMs}\n`);
}
