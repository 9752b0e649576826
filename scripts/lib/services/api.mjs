import { root } from '../checkout.mjs';
import { api } from '../dotnet/products.mjs';
import { untilHealthy } from '../waiting.mjs';

const startMs = 90_000;

/** Starts the API with the addresses of what it uses. Returns its own. */
export async function startApi({ port, addresses, supervisor, environment }) {
  const url = `http://127.0.0.1:${port}`;
  await supervisor.start({
    name: 'api',
    command: 'dotnet',
    args: [api.dll],
    cwd: root,
    env: { ...environment, ...addresses, ASPNETCORE_URLS: url },
    important: /\b(WRN|ERR|FTL)\b|^(warn|fail|crit):|Unhandled exception/,
    ready: (_, signal) => untilHealthy(`${url}/health/ready`, { deadlineMs: startMs, signal }),
  });
  return url;
}

/** What the API and its command line are told on a developer's machine, unless the settings say otherwise. */
export function developmentEnvironment(environment, data) {
  return { ASPNETCORE_ENVIRONMENT: 'Development', ...environment, NUMEROLY_DATA: data };
}
