import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const pages = join(dirname(fileURLToPath(import.meta.url)), '..', 'pages');
const daily = createRequire(import.meta.url).resolve('@daily-co/daily-js/dist/daily.js');

/** Serves the test pages and the unchanged daily-js. */
export async function servePages() {
  const react = await build({
    entryPoints: [join(pages, 'react.jsx')],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'error',
  });
  const files = {
    '/': ['text/html; charset=utf-8', readFileSync(join(pages, 'call.html'))],
    '/react': ['text/html; charset=utf-8', readFileSync(join(pages, 'react.html'))],
    '/call.js': ['text/javascript', readFileSync(join(pages, 'call.js'))],
    '/daily.js': ['text/javascript', readFileSync(daily)],
    '/react.js': ['text/javascript', react.outputFiles[0].contents],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[new URL(request.url, 'http://here').pathname] ?? [];
    response.writeHead(type ? 200 : 204, type && { 'Content-Type': type });
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
