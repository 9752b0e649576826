import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { standIn } from '../dotnet/products.mjs';
import { untilHealthy } from '../waiting.mjs';

const startMs = 60_000;

/** Starts the local Daily. Returns its address. */
export async function startStandIn({ port, apiKey, data, supervisor, environment }) {
  const url = `http://127.0.0.1:${port}`;
  const kept = join(data, 'standin');
  mkdirSync(kept, { recursive: true });
  await supervisor.start({
    name: 'standin',
    command: 'dotnet',
    args: [standIn.dll, '--Port', String(port), '--PublicUrl', url, '--ApiKey', apiKey, '--DataDirectory', kept],
    cwd: standIn.folder,
    env: environment,
    important: /\b(ERR|FTL)\b|^(fail|crit):|Unhandled exception/,
    ready: (_, signal) => untilHealthy(`${url}/standin/health`, { deadlineMs: startMs, signal }),
  });
  return url;
}
