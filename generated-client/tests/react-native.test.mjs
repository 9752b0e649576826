import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { access, conversationId } from './fixtures/answers.mjs';
import { loadPackage } from './fixtures/loading.mjs';
import { problem, serve } from './fixtures/serving.mjs';

/** What the package finds in React Native; a browser's and Node's other globals are missing. */
const offered = { fetch, AbortController, URL, TextDecoder };
const source = fileURLToPath(new URL('../src/', import.meta.url));

test('Calls work where there is only what React Native has', async (t) => {
  const answers = [{ status: 200, body: access }, problem(404, 'not-found'), { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' }];
  const { url } = await serve(t, () => answers.shift());
  const { connect, problemOf } = loadPackage(vm.createContext({ ...offered }));
  const client = connect({ url, accessToken: () => 'my-token' });

  assert.equal((await client.issueToken(conversationId)).token, access.token);
  await assert.rejects(client.issueToken(conversationId), (error) => problemOf(error)?.type === 'urn:numeroly:problem:not-found');
  await assert.rejects(client.issueToken(conversationId), (error) => error.status === 502 && problemOf(error) === undefined);
});

test('Calls can be aborted there', { timeout: 10_000 }, async (t) => {
  const { url } = await serve(t, () => {
    abort.abort();
    return new Promise(() => {});
  });
  const context = vm.createContext({ ...offered });
  const abort = vm.runInContext('new AbortController()', context);

  const call = loadPackage(context).connect({ url, accessToken: () => undefined }).issueToken(conversationId, undefined, abort.signal);

  await assert.rejects(call, { name: 'AbortError' });
});

test('The source names nothing that only a browser or Node has, but for a default that is never used', () => {
  const foreign = /\b(window|document|location|localStorage|Buffer|process|require|__dirname)\b/;
  const lines = readdirSync(source).flatMap((file) => readFileSync(`${source}${file}`, 'utf8').split('\n'));

  assert.deepEqual(lines.filter((line) => foreign.test(line)).map((line) => line.trim()), ['this.http = http ? http : window as any;']);
});
