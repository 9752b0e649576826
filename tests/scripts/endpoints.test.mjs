import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { endpointsFile, publishEndpoints } from '../../scripts/lib/endpoints.mjs';
import { fixture, runScript, temporaryFolder } from './fixtures/running.mjs';

const endpoints = { web: null, api: 'http://127.0.0.1:1', standin: null, postgres: 'postgres://u:p@127.0.0.1:2/d', redis: null };

test('The endpoints file is whole, and only its owner can read it', (t) => {
  const folder = temporaryFolder(t);

  publishEndpoints(folder, endpoints);
  publishEndpoints(folder, { ...endpoints, redis: 'redis://127.0.0.1:3' });

  assert.deepEqual(JSON.parse(readFileSync(endpointsFile(folder), 'utf8')), { ...endpoints, redis: 'redis://127.0.0.1:3' });
  assert.deepEqual(readdirSync(folder), ['endpoints.json']);
  if (process.platform !== 'win32') assert.equal(statSync(endpointsFile(folder)).mode & 0o777, 0o600);
});

test('It is gone once the command has stopped, and one left by a killed command is gone before the next is ready', async (t) => {
  const folder = temporaryFolder(t);
  publishEndpoints(folder, endpoints);
  const session = runScript(t, fixture('session.mjs'), [`${folder}/run`, endpointsFile(folder)]);
  await session.shows(/^ready$/m);
  assert.equal(existsSync(endpointsFile(folder)), false);

  publishEndpoints(folder, endpoints);
  session.kill('SIGINT');

  assert.equal(await session.ended, 0);
  assert.equal(existsSync(endpointsFile(folder)), false);
});
