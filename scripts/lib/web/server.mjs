import { createServer } from 'node:http';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { fileFor } from './files.mjs';
import { contentSecurityPolicy } from './policy.mjs';

/**
 * Serves an exported web app with its configuration beside it.
 * @param {{ folder: string, configuration: object }} app
 */
export function webServer({ folder, configuration }) {
  const always = {
    'Content-Security-Policy': contentSecurityPolicy(configuration),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'microphone=(self), camera=(), geolocation=(), display-capture=()',
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  };
  const settings = JSON.stringify(configuration);
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    const path = pathOf(request.url);
    if (path === '/config.json') {
      return response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }).end(request.method === 'HEAD' ? undefined : settings);
    }
    const file = path && fileFor(folder, path);
    if (!file) return response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end('There is no such file.');
    return send(file, request, response);
  });
}

function send({ headers, open }, request, response) {
  const zips = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && /^(text|application|font)\//.test(headers['Content-Type']);
  const { 'Content-Length': length, ...rest } = headers;
  response.writeHead(200, { ...rest, Vary: 'Accept-Encoding', ...(zips ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': length }) });
  if (request.method === 'HEAD') return response.end();
  const stages = zips ? [open(), createGzip(), response] : [open(), response];
  // A browser that goes away in the middle is no fault of anybody.
  return pipeline(stages, () => {});
}

function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    // A percent sign with nothing behind it names no file.
    return undefined;
  }
}
