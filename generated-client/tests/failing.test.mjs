import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { conversationId } from './fixtures/answers.mjs';
import { loadPackage } from './fixtures/loading.mjs';
import { problem, serve } from './fixtures/serving.mjs';

const { ApiException, connect, problemOf } = loadPackage();
const accessToken = () => 'my-token';

test('A refusal is an exception with the problem, its type first', async (t) => {
  const { url } = await serve(t, () => problem(409, 'conversation-ended'));

  const error = await failure(connect({ url, accessToken }).issueToken(conversationId));

  assert.ok(error instanceof ApiException);
  assert.equal(error.status, 409);
  assert.deepEqual(problemOf(error), problem(409, 'conversation-ended').body);
});

test('Invalid input says which field and what is allowed there', async (t) => {
  const errors = { rating: ['must be 1 to 5.'] };
  const { url } = await serve(t, () => problem(400, 'invalid-input', { errors }));

  const error = await failure(connect({ url, accessToken }).endConversation(conversationId, { rating: 6 }));

  assert.equal(problemOf(error)?.type, 'urn:numeroly:problem:invalid-input');
  assert.deepEqual(problemOf(error)?.errors, errors);
});

test('A problem that is not described for the operation is one all the same', async (t) => {
  const { url } = await serve(t, () => problem(413, 'too-large'));

  const error = await failure(connect({ url, accessToken }).saveMessage(conversationId, { speaker: 'user', text: 'Xin chào' }));

  assert.equal(problemOf(error)?.type, 'urn:numeroly:problem:too-large');
});

test('When asking again makes sense, the problem and the header say when', async (t) => {
  const { url } = await serve(t, () => problem(503, 'daily-busy', { retry_after_seconds: 7 }));

  const error = await failure(connect({ url, accessToken }).createConversation());

  assert.equal(problemOf(error)?.type, 'urn:numeroly:problem:daily-busy');
  assert.equal(problemOf(error)?.retry_after_seconds, 7);
  assert.equal(error.headers['retry-after'], '7');
});

test('The page of a proxy in between is no problem of the API, and keeps its status', async (t) => {
  const page = '<html>Bad gateway</html>';
  const { url } = await serve(t, () => ({ status: 502, headers: { 'content-type': 'text/html', 'retry-after': '30' }, body: page }));

  const error = await failure(connect({ url, accessToken }).getRecording(conversationId));

  assert.ok(error instanceof ApiException);
  assert.equal(error.status, 502);
  assert.equal(error.headers['retry-after'], '30');
  assert.equal(error.response, page);
  assert.equal(problemOf(error), undefined);
});

test('The page of a sign-in portal is not taken for a success', async (t) => {
  const { url } = await serve(t, () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Welcome to our Wi-Fi</html>' }));
  const client = connect({ url, accessToken });

  for (const call of [client.createConversation(), client.listConversations()]) {
    assert.ok(await failure(call) instanceof ApiException);
  }
});

test('When nobody listens, the call fails as fetch does', async () => {
  const error = await failure(connect({ url: await addressWithoutServer(), accessToken }).listConversations());

  assert.ok(error instanceof TypeError);
  assert.equal(problemOf(error), undefined);
});

test('An aborted call ends at once, while the API still works on it', { timeout: 10_000 }, async (t) => {
  const abort = new AbortController();
  const { url, requests } = await serve(t, () => {
    abort.abort();
    return new Promise(() => {});
  });

  const error = await failure(connect({ url, accessToken }).createConversation(undefined, undefined, abort.signal));

  assert.equal(error.name, 'AbortError');
  assert.equal(problemOf(error), undefined);
  assert.equal(requests.length, 1);
});

test('A call that was aborted before is not sent', async (t) => {
  const { url, requests } = await serve(t, () => problem(500, 'internal-error'));

  const error = await failure(connect({ url, accessToken }).createConversation(undefined, undefined, AbortSignal.abort()));

  assert.equal(error.name, 'AbortError');
  assert.deepEqual(requests, []);
});

test('A token that cannot be had fails the call with its own error, and nothing is sent', async (t) => {
  const { url, requests } = await serve(t, () => problem(500, 'internal-error'));
  const signedOut = new Error('Signed out.');

  const error = await failure(connect({ url, accessToken: () => Promise.reject(signedOut) }).listConversations());

  assert.equal(error, signedOut);
  assert.deepEqual(requests, []);
});

test('What is not a problem is none', () => {
  const results = [undefined, null, 'urn:numeroly:problem:not-found', {}, { type: 5 }, { type: 'about:blank' }, { status: 'unhealthy', dependencies: {} }];
  const exceptions = results.map((result) => new ApiException('It failed.', 503, '', {}, result));

  for (const error of [undefined, null, 'no', {}, new Error('no'), ...exceptions]) assert.equal(problemOf(error), undefined);
});

async function failure(call) {
  return call.then(
    (answer) => assert.fail(`It answered ${JSON.stringify(answer)}.`),
    (error) => error,
  );
}

/** An address where something listened a moment ago. */
async function addressWithoutServer() {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address();
  await once(server.close(), 'close');
  return `http://127.0.0.1:${port}`;
}
