import { join } from 'node:path';
import { findChromium } from '../../../tests/browser/src/finding.mjs';
import { shown } from '../checkout.mjs';
import { isOnThisMachine } from '../daily-choice.mjs';
import { buildBackend } from '../dotnet/solution.mjs';
import { restoreDotnetTools } from '../installing/dotnet-sdk.mjs';
import { PlainError } from '../plain-error.mjs';
import { freePort } from '../ports.mjs';
import { Cluster } from '../postgres/cluster.mjs';
import { postgresPlace } from '../postgres/place.mjs';
import { keptSecret } from '../secret.mjs';
import { portSetting } from '../settings.mjs';
import { webConfiguration } from '../web/configuration.mjs';
import { exportedWebApp } from '../web/exporting.mjs';
import { developmentEnvironment, startApi } from './api.mjs';
import { RedisServer } from './redis.mjs';
import { startStandIn } from './standin.mjs';
import { startWeb } from './web.mjs';

/**
 * Runs what the settings do not name an address for, the API on top of it, and on top of that the web app, if it is wanted.
 * @returns {Promise<{ web: string | null, api: string, standin: string | null, postgres: string, redis: string | null }>}
 */
export async function runServices({ daily, withApp, ...context }) {
  const { screen, environment } = context;
  const choose = portChooser(context);
  const [postgres, redis] = await Promise.all([
    environment.DATABASE_URL ?? startPostgres(context, choose),
    environment.REDIS_URL ?? startRedis(context, choose),
    screen.step('build', (say) => buildBackend({ ...context, say })),
  ]);
  const standin = daily === 'stand-in' ? await startDaily(context, choose) : undefined;
  const api = await startOurApi(context, choose, { postgres, redis, standin });
  const endpoints = { api, standin: standin?.url ?? null, postgres, redis };
  return { web: withApp ? await startOurWebApp(context, choose, endpoints) : null, ...endpoints };
}

/** The ports that the settings ask for. */
export function wantedPorts(settings) {
  return {
    api: portSetting(settings, 'API_PORT', 5080),
    standin: portSetting(settings, 'STANDIN_PORT', 5090),
    postgres: portSetting(settings, 'POSTGRES_PORT', 54320),
    redis: portSetting(settings, 'REDIS_PORT', 63790),
    web: portSetting(settings, 'WEB_PORT', 8088),
  };
}

/** One that is taken moves aside, and says so. */
function portChooser({ ports, screen }) {
  const promised = new Set();
  return async (service, what) => {
    const wanted = ports[service];
    const port = await freePort(wanted, promised);
    if (port !== wanted) screen.line(`  Port ${wanted} is taken, so ${what} uses ${port}.`);
    return port;
  };
}

async function startPostgres({ supervisor, screen, data }, choose) {
  const port = await choose('postgres', 'PostgreSQL');
  const start = async () => {
    const place = postgresPlace(join(data, 'postgres'));
    const cluster = new Cluster({ place, name: 'postgres', port, supervisor, important: /(FATAL|PANIC): +(?!terminating connection)/ });
    await cluster.start();
    return { url: cluster.url, place };
  };
  const { url } = await screen.step('PostgreSQL', start, ({ place }) => `127.0.0.1:${port}, data in ${shown(place.home)}`);
  return url;
}

async function startRedis({ supervisor, screen, environment }, choose) {
  const server = new RedisServer({ name: 'redis', port: await choose('redis', 'Redis'), supervisor, environment });
  const start = async () => {
    await restoreDotnetTools({ supervisor, environment });
    await server.start();
  };
  try {
    await screen.step('Redis', start, () => `127.0.0.1:${server.port} (Garnet)`);
    return server.url;
  } catch (error) {
    supervisor.signal.throwIfAborted();
    if (!(error instanceof PlainError)) throw error;
    screen.line(`  There is no Redis, and everything goes on without it, only slower. ${error.message}`);
    return null;
  }
}

async function startDaily({ supervisor, screen, environment, data }, choose) {
  const apiKey = keptSecret(join(data, 'standin-key'));
  const port = await choose('standin', 'the Daily stand-in');
  const start = () => startStandIn({ port, apiKey, data, supervisor, environment });
  const url = await screen.step('Daily stand-in', start, () => `127.0.0.1:${port}`);
  return { url, apiKey };
}

async function startOurApi({ supervisor, screen, environment, data }, choose, { postgres, redis, standin }) {
  const port = await choose('api', 'the API');
  const addresses = {
    DATABASE_URL: postgres,
    ...(redis && { REDIS_URL: redis }),
    ...(standin && { DAILY_API_URL: `${standin.url}/v1`, DAILY_API_KEY: standin.apiKey, DAILY_CALL_BUNDLE_URL: `${standin.url}/standin/call` }),
    ...(await browserForCalls(environment, screen)),
  };
  // A Daily elsewhere cannot call a loopback address; without a public one the API asks instead of being told.
  const canBeCalled = standin || isOnThisMachine(environment);
  const own = { ...(canBeCalled && { PUBLIC_URL: `http://127.0.0.1:${port}` }), ...developmentEnvironment(environment, data) };
  return screen.step('API', () => startApi({ port, addresses, supervisor, environment: own }), () => `127.0.0.1:${port}`);
}

/** The API finds an installed Chromium by itself, but not the one among the npm packages. */
async function browserForCalls(environment, screen) {
  try {
    const found = await findChromium(environment);
    return found && { CHROMIUM: found.executablePath };
  } catch (error) {
    // Nothing but voice needs it, and the API then says how to get that.
    screen.line(`The Chromium from npm cannot be unpacked: ${error.message}`);
    return undefined;
  }
}

async function startOurWebApp({ supervisor, screen, environment }, choose, endpoints) {
  const folder = await screen.step('web app', (say) => exportedWebApp({ supervisor, environment, say }), () => 'exported');
  const port = await choose('web', 'the web app');
  const configuration = webConfiguration(endpoints, environment);
  return screen.step('web', () => startWeb({ port, folder, configuration, supervisor, environment }), () => `127.0.0.1:${port}`);
}
