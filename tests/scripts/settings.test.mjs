import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { chooseDaily, isOnThisMachine } from '../../scripts/lib/daily-choice.mjs';
import { isOlderThan } from '../../scripts/lib/node-version.mjs';
import { portSetting, readSettings } from '../../scripts/lib/settings.mjs';
import { toolEnvironment } from '../../scripts/lib/installing/tool-environment.mjs';
import { Screen } from '../../scripts/lib/console/screen.mjs';
import { temporaryFolder } from './fixtures/running.mjs';

test('Settings come from .env, with comments and quotes', (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, '.env'), '# where\nAPI_PORT=6000\nDAILY_API_KEY="a key # with a sign"\n\nexport REDIS_URL=redis://elsewhere:1\n');

  assert.deepEqual(readSettings(folder, {}), { API_PORT: '6000', DAILY_API_KEY: 'a key # with a sign', REDIS_URL: 'redis://elsewhere:1' });
});

test('The environment wins over .env, also when it is set to nothing', (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, '.env'), 'API_PORT=6000\nDAILY_API_KEY=key\n');

  const settings = readSettings(folder, { API_PORT: '7000', DAILY_API_KEY: '' });

  assert.deepEqual(settings, { API_PORT: '7000', DAILY_API_KEY: '' });
});

test('Without .env the environment is all there is', (t) => {
  assert.deepEqual(readSettings(temporaryFolder(t), { A: 'b' }), { A: 'b' });
});

test('What is set to nothing is not passed on', (t) => {
  const environment = toolEnvironment({ HOME: temporaryFolder(t), REDIS_URL: '' }, { data: 'unused', screen: Screen.silent() });

  assert.ok(!('REDIS_URL' in environment));
});

test('A port variable has a default and refuses what is no port', () => {
  assert.equal(portSetting({}, 'API_PORT', 5080), 5080);
  assert.equal(portSetting({ API_PORT: '' }, 'API_PORT', 5080), 5080);
  assert.equal(portSetting({ API_PORT: '6000' }, 'API_PORT', 5080), 6000);
  for (const wrong of ['abc', '0', '65536', '1.5', '-1']) {
    assert.throws(() => portSetting({ API_PORT: wrong }, 'API_PORT', 5080), /API_PORT is .* not a port/);
  }
});

test('Without any setting the local stand-in is Daily', () => {
  assert.equal(chooseDaily({}), 'stand-in');
});

test('A key or an address replaces the stand-in', () => {
  assert.equal(chooseDaily({ DAILY_API_KEY: 'key' }), 'named');
  assert.equal(chooseDaily({ DAILY_API_URL: 'http://127.0.0.1:5090/v1' }), 'named');
  assert.equal(chooseDaily({ DAILY_API_URL: 'https://api.daily.co/v1', DAILY_API_KEY: 'key' }), 'named');
});

test('The real Daily without a key is refused', () => {
  assert.throws(() => chooseDaily({ DAILY_API_URL: 'https://api.daily.co/v1' }), /DAILY_API_KEY is not set/);
  assert.throws(() => chooseDaily({ DAILY_API_URL: 'daily' }), /not an address/);
});

test('Only a Daily on this machine can call a loopback address', () => {
  assert.equal(isOnThisMachine({ DAILY_API_URL: 'http://localhost:5090/v1' }), true);
  assert.equal(isOnThisMachine({ DAILY_API_URL: 'https://api.daily.co/v1' }), false);
  assert.equal(isOnThisMachine({}), false);
});

test('Versions compare by number, part by part', () => {
  assert.equal(isOlderThan('20.9.0', [20, 19, 4]), true);
  assert.equal(isOlderThan('18.20.8', [20, 19, 4]), true);
  assert.equal(isOlderThan('20.19.4', [20, 19, 4]), false);
  assert.equal(isOlderThan('22.0.0', [20, 19, 4]), false);
});
