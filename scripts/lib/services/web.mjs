import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { untilHealthy } from '../waiting.mjs';

const startMs = 15_000;

/** Serves the exported web app. Returns its address. */
export async function startWeb({ port, folder, configuration, supervisor, environment }) {
  const url = `http://127.0.0.1:${port}`;
  await supervisor.start({
    name: 'web',
    command: process.execPath,
    args: [join(root, 'scripts', 'lib', 'web', 'main.mjs'), JSON.stringify({ port, folder, configuration })],
    cwd: root,
    env: environment,
    important: /Error/,
    ready: (_, signal) => untilHealthy(`${url}/config.json`, { deadlineMs: startMs, signal }),
  });
  return url;
}
