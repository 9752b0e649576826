import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort, freeTestPort, isFree } from '../../scripts/lib/ports.mjs';

function listen(test, port, host) {
  const server = createServer();
  test.after(() => server.close());
  return new Promise((resolve) => server.listen(port, host, () => resolve(server.address().port)));
}

test('A taken port moves aside to the next free one', async (t) => {
  const taken = await listen(t, 0, '127.0.0.1');

  const port = await freePort(taken);

  assert.ok(port > taken);
  assert.ok(await isFree(port));
});

test('A free port is taken as asked for', async () => {
  const free = await freeTestPort();

  assert.equal(await freePort(free), free);
});

test('A port that someone listens to on all addresses is taken', async (t) => {
  const taken = await listen(t, 0, '0.0.0.0');

  assert.equal(await isFree(taken), false);
});

test('A port promised to one service is not given to another, although nobody listens to it yet', async () => {
  const wanted = await freeTestPort();
  const promised = new Set();

  const ports = [await freePort(wanted, promised), await freePort(wanted, promised)];

  assert.notEqual(ports[0], ports[1]);
});
