import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../scripts/lib/checkout.mjs';

const here = (file) => readFileSync(join(root, 'bench', 'voice', 'page', file));

/** Serves the person's page, daily-js as it is, and what the person says. */
export async function servePerson() {
  const files = {
    '/person.html': ['text/html; charset=utf-8', here('person.html')],
    '/person.js': ['text/javascript', here('person.js')],
    '/mouth-and-ear.js': ['text/javascript', here('mouth-and-ear.js')],
    '/daily.js': ['text/javascript', readFileSync(createRequire(import.meta.url).resolve('@daily-co/daily-js/dist/daily.js'))],
    '/clip.wav': ['audio/wav', readFileSync(join(root, 'tests/Numeroly.Assistant.Tests/Hearing/Sounds/life-path.en.wav'))],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url] ?? [];
    response.writeHead(type ? 200 : 204, type && { 'Content-Type': type });
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}/person.html`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
