import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.map': 'application/json; charset=utf-8',
  '.wav': 'audio/wav',
};

/** Names that carry a hash of the content: what is under them never changes. */
const isImmutable = (path) => /^\/(_expo\/static|assets)\/.*[.-][0-9a-f]{32}\.\w+$/.test(path);

/**
 * The file of an exported app for a path: itself, or the page for every path that is a place in the app.
 * @returns {{ headers: object, open: () => import('node:stream').Readable } | undefined} undefined when there is no such file
 */
export function fileFor(folder, path) {
  const place = wholeFile(folder, path);
  if (place) return answer(place, isImmutable(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  // A file that is missing is missing; a page instead would be taken for a script.
  return extname(path) ? undefined : answer(join(folder, 'index.html'), 'no-cache');
}

function wholeFile(folder, path) {
  const place = normalize(join(folder, path));
  if (!place.startsWith(folder + sep) || path.includes('\0')) return undefined;
  return statSync(place, { throwIfNoEntry: false })?.isFile() ? place : undefined;
}

function answer(place, cacheControl) {
  return {
    headers: { 'Content-Type': types[extname(place)] ?? 'application/octet-stream', 'Content-Length': statSync(place).size, 'Cache-Control': cacheControl },
    open: () => createReadStream(place),
  };
}
