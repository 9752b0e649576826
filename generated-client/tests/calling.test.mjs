import assert from 'node:assert/strict';
import { test } from 'node:test';
import { access, conversationId, message } from './fixtures/answers.mjs';
import { loadPackage } from './fixtures/loading.mjs';
import { serve } from './fixtures/serving.mjs';

const { connect } = loadPackage();
const accessToken = () => 'my-token';

test('Creating a conversation sends what was given as JSON, with the token, and gives access to the call', async (t) => {
  const { url, requests } = await serve(t, () => ({ status: 201, body: access }));
  const client = connect({ url, accessToken });

  const created = await client.createConversation({ language: 'vi', name: 'Nguyễn Văn An', birth_date: '1990-05-17' }, 'key-1');

  assert.deepEqual(created, access);
  const [{ method, url: path, headers, body }] = requests;
  assert.equal(`${method} ${path}`, 'POST /conversations');
  assert.equal(headers.authorization, 'Bearer my-token');
  assert.equal(headers['content-type'], 'application/json');
  assert.equal(headers['idempotency-key'], 'key-1');
  assert.deepEqual(JSON.parse(body), { language: 'vi', name: 'Nguyễn Văn An', birth_date: '1990-05-17' });
});

test('A key and a body that are left out are not sent at all', async (t) => {
  const { url, requests } = await serve(t, () => ({ status: 201, body: access }));

  await connect({ url, accessToken }).createConversation();

  const [{ headers, body }] = requests;
  assert.ok(!('idempotency-key' in headers));
  assert.equal(body, '');
});

test('A message saved now and one that was saved before look the same', async (t) => {
  const statuses = [201, 200];
  const { url, requests } = await serve(t, () => ({ status: statuses.shift(), body: message }));
  const client = connect({ url, accessToken });
  const said = { speaker: 'user', text: message.text, message_id: message.message_id };

  assert.deepEqual(await client.saveMessage(conversationId, said), message);
  assert.deepEqual(await client.saveMessage(conversationId, said), message);
  assert.deepEqual(requests.map(({ body }) => JSON.parse(body)), [said, said]);
});

test('Filters reach the API whole, and those left out not at all', async (t) => {
  const page = { items: [], total: 0, limit: 20, offset: 0 };
  const { url, requests } = await serve(t, () => ({ status: 200, body: page }));
  const client = connect({ url, accessToken });

  assert.deepEqual(await client.listConversations(), page);
  await client.listConversations(5, undefined, 'thần số & tên', 'ended', undefined, '2026-11-01T00:00:00+07:00');

  assert.equal(requests[0].url, '/conversations');
  const query = new URL(requests[1].url, url).searchParams;
  assert.deepEqual(Object.fromEntries(query), { limit: '5', q: 'thần số & tên', status: 'ended', from: '2026-11-01T00:00:00+07:00' });
});

test('The access token is asked for before every request, and none is sent when there is none', async (t) => {
  const tokens = ['first', Promise.resolve('second'), undefined];
  const { url, requests } = await serve(t, () => ({ status: 200, body: access }));
  const client = connect({ url, accessToken: () => tokens.shift() });

  for (let time = 0; time < 3; time++) await client.issueToken(conversationId);

  assert.deepEqual(requests.map(({ headers }) => headers.authorization), ['Bearer first', 'Bearer second', undefined]);
});

test('An address that ends with a slash is as good as one that does not', async (t) => {
  const { url, requests } = await serve(t, () => ({ status: 200, body: access }));

  await connect({ url: `${url}/`, accessToken }).issueToken(conversationId);

  assert.equal(requests[0].url, `/conversations/${conversationId}/token`);
});

test('Requests go through the fetch that is given', async () => {
  const asked = [];
  const fetch = async (address) => {
    asked.push(address);
    return Response.json(access);
  };

  assert.deepEqual(await connect({ url: 'https://api.test', accessToken, fetch }).issueToken(conversationId), access);
  assert.deepEqual(asked, [`https://api.test/conversations/${conversationId}/token`]);
});
