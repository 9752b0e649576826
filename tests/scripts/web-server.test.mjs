import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { webConfiguration } from '../../scripts/lib/web/configuration.mjs';
import { contentSecurityPolicy } from '../../scripts/lib/web/policy.mjs';
import { webServer } from '../../scripts/lib/web/server.mjs';
import { temporaryFolder } from './fixtures/running.mjs';

const script = '_expo/static/js/web/entry-0123456789abcdef0123456789abcdef.js';
const local = webConfiguration({ api: 'http://127.0.0.1:1', standin: 'http://127.0.0.1:2' });

async function serve(t) {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, '_expo/static/js/web'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!DOCTYPE html><div id="root">');
  writeFileSync(join(folder, script), 'run()');
  const server = webServer({ folder, configuration: local }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  return (path, options) => fetch(`http://127.0.0.1:${server.address().port}${path}`, options);
}

test('Every place in the app answers with its page, which is asked for anew each time', async (t) => {
  const get = await serve(t);
  for (const path of ['/', '/history/0199', '/sign-in?code=1']) {
    const answer = await get(path);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(answer.headers.get('cache-control'), 'no-cache');
  }
});

test('What carries a hash in its name is kept for ever', async (t) => {
  const answer = await (await serve(t))(`/${script}`);
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
  assert.equal(await answer.text(), 'run()');
});

test('A script that is missing, a path out of the folder and a broken one are not found', async (t) => {
  const get = await serve(t);
  for (const path of ['/_expo/static/js/web/entry-gone.js', '/..%2f..%2fetc/passwd.txt', '/%']) assert.equal((await get(path)).status, 404, path);
  assert.equal((await get('/', { method: 'POST' })).status, 405);
});

test('The configuration stands beside the page and is never kept', async (t) => {
  const answer = await (await serve(t))('/config.json');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.deepEqual(await answer.json(), {
    apiUrl: 'http://127.0.0.1:1',
    callBundleUrl: 'http://127.0.0.1:2/standin/call',
    signIn: { kind: 'development', tokenUrl: 'http://127.0.0.1:1/development/tokens' },
    speechRecognition: 'device',
  });
});

test('Speech is recognised by the assistant where it can, by the device where it cannot, and as whoever runs it says', () => {
  const recognisedBy = (settings) => webConfiguration({ api: 'http://127.0.0.1:1', standin: null }, settings).speechRecognition;
  for (const name of ['AZURE_SPEECH_KEY', 'OPENAI_API_KEY', 'SPEECH_TO_TEXT']) assert.equal(recognisedBy({ [name]: 'set' }), 'assistant', name);
  assert.equal(recognisedBy({ AZURE_SPEECH_KEY: '' }), 'device');
  assert.equal(recognisedBy({ WEB_SPEECH_RECOGNITION: 'device', AZURE_SPEECH_KEY: 'set' }), 'device');
  assert.equal(recognisedBy({ WEB_SPEECH_RECOGNITION: 'assistant' }), 'assistant');
});

test('The page may run its own scripts and the call machine, and talk only to the API, the call and where daily-js tells of its faults', async (t) => {
  const policy = (await (await serve(t))('/')).headers.get('content-security-policy');
  assert.match(policy, /script-src 'self' blob: http:\/\/127\.0\.0\.1:2;/);
  assert.match(policy, /connect-src 'self' http:\/\/127\.0\.0\.1:1 http:\/\/127\.0\.0\.1:2 ws:\/\/127\.0\.0\.1:2 https:\/\/o77906\.ingest\.sentry\.io;/);
  assert.doesNotMatch(policy, /unsafe-eval|script-src[^;]*unsafe-inline/);
});

test('With the real Daily and an issuer, exactly these are allowed besides the API', () => {
  const real = webConfiguration({ api: 'https://api.example.com', standin: null }, { WEB_OIDC_AUTHORITY: 'https://login.example.com/tenant', WEB_OIDC_CLIENT_ID: 'app' });
  const policy = contentSecurityPolicy(real);
  assert.equal(real.callBundleUrl, undefined);
  assert.deepEqual(real.signIn, { kind: 'oidc', authority: 'https://login.example.com/tenant', clientId: 'app', scopes: ['openid', 'offline_access'] });
  assert.match(policy, /script-src 'self' blob: https:\/\/c\.daily\.co /);
  assert.match(policy, /connect-src 'self' https:\/\/api\.example\.com https:\/\/login\.example\.com https:\/\/\*\.daily\.co wss:/);
});
