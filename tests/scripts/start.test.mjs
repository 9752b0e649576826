import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { endpointsFile } from '../../scripts/lib/endpoints.mjs';
import { freeTestPort } from '../../scripts/lib/ports.mjs';
import { accepts, runScript, temporaryFolder, untilClosed } from './fixtures/running.mjs';

/** `npm start`, or another command like it, with its own data and ports, beside one that may run in this checkout. */
async function start(t, data, script = 'start.mjs') {
  const names = ['API_PORT', 'STANDIN_PORT', 'POSTGRES_PORT', 'REDIS_PORT', 'WEB_PORT'];
  const promised = new Set();
  const ports = await Promise.all(names.map(() => freeTestPort(promised)));
  const running = runScript(t, join('scripts', script), [], {
    ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])),
    NUMEROLY_DATA: data,
  });
  await running.shows(/Stop: Ctrl-C/);
  return { running, endpoints: JSON.parse(readFileSync(endpointsFile(data), 'utf8')) };
}

test('Everything is up once the endpoints file is there, and all of it is gone after Ctrl-C except the data', async (t) => {
  const data = temporaryFolder(t);

  const { running, endpoints } = await start(t, data);

  assert.deepEqual(Object.keys(endpoints), ['web', 'api', 'standin', 'postgres', 'redis']);
  for (const address of Object.values(endpoints)) assert.ok(await accepts(address), address);
  assert.equal((await fetch(`${endpoints.api}/health/ready`)).status, 200);
  assert.equal((await fetch(`${endpoints.standin}/standin/health`)).status, 200);
  assert.match(await (await fetch(endpoints.web)).text(), /<div id="root">/);
  assert.equal((await (await fetch(`${endpoints.web}/config.json`)).json()).apiUrl, endpoints.api);
  if (process.platform !== 'win32') assert.equal(statSync(endpointsFile(data)).mode & 0o777, 0o600);
  assert.ok(!running.text.includes(new URL(endpoints.postgres).password), 'the password is not shown');

  running.kill('SIGINT');

  assert.equal(await running.ended, 0);
  assert.equal(existsSync(endpointsFile(data)), false);
  for (const address of Object.values(endpoints)) assert.equal(await accepts(address), false, address);
  assert.ok(existsSync(join(data, 'postgres', 'data', 'PG_VERSION')));
});

test('Killed outright it leaves nothing running, and the next one comes up on the same data', async (t) => {
  const data = temporaryFolder(t);
  const { running, endpoints } = await start(t, data, 'backend.mjs');

  assert.equal(endpoints.web, null);
  running.kill('SIGKILL');

  await running.ended;
  await untilClosed([endpoints.api, endpoints.standin, endpoints.postgres, endpoints.redis]);
  const next = await start(t, data, 'backend.mjs');
  assert.equal(new URL(next.endpoints.postgres).password, new URL(endpoints.postgres).password);
});

test('A token is all that the token command prints', async (t) => {
  const token = runScript(t, join('scripts', 'token.mjs'), ['alice', '--role', 'analyst'], { NUMEROLY_DATA: temporaryFolder(t) });

  assert.equal(await token.ended, 0);
  assert.match(token.text, /^[\w-]+\.[\w-]+\.[\w-]+\n$/);
});
