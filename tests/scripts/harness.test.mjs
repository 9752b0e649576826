import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { postgresFolder } from '../../scripts/lib/temporary-session.mjs';
import { until } from '../../scripts/lib/waiting.mjs';
import { accepts, runScript, temporaryFolder, untilClosed } from './fixtures/running.mjs';

/** A harness with its data below a folder that only its owner may enter, which for root means PostgreSQL may not. */
async function startHarness(t) {
  const data = temporaryFolder(t);
  const running = runScript(t, join('scripts', 'harness.mjs'), [], { NUMEROLY_DATA: data });
  await running.shows(/NUMEROLY_HARNESS=\S+/);
  return { data, running, url: /NUMEROLY_HARNESS=(\S+)/.exec(running.text)[1] };
}

async function ask(method, url) {
  const answer = await fetch(url, { method });
  const text = await answer.text();
  return { status: answer.status, ...(text && JSON.parse(text)) };
}

for (const kind of ['postgres', 'redis']) {
  test(`A ${kind} made for a test really stops, comes back where it was, and goes away`, async (t) => {
    const { url } = await startHarness(t);

    const made = await ask('POST', `${url}/${kind}`);
    assert.equal(made.status, 201);
    assert.equal(await accepts(made.url), true);

    for (const mode of ['immediate', 'fast']) {
      assert.equal((await ask('POST', `${url}/${kind}/${made.id}/stop?mode=${mode}`)).status, 204);
      assert.equal(await accepts(made.url), false);

      const back = await ask('POST', `${url}/${kind}/${made.id}/start`);
      assert.deepEqual(back, { status: 200, id: made.id, url: made.url });
      assert.equal(await accepts(made.url), true);
    }

    assert.equal((await ask('DELETE', `${url}/${kind}/${made.id}`)).status, 204);
    assert.equal(await accepts(made.url), false);
    assert.equal((await ask('POST', `${url}/${kind}/${made.id}/start`)).status, 404);
  });
}

test('The shared services are there, and breaking one made for a test does not touch them', async (t) => {
  const { url, data, running } = await startHarness(t);
  const { postgres, redis } = await ask('GET', url);
  assert.deepEqual(JSON.parse(readFileSync(join(data, 'test', 'harness.json'), 'utf8')), { url, postgres, redis });

  const { id } = await ask('POST', `${url}/postgres`);
  await ask('POST', `${url}/postgres/${id}/stop?mode=immediate`);

  assert.equal(await accepts(postgres), true);
  assert.equal(await accepts(redis), true);
  running.kill('SIGTERM');
  assert.equal(await running.ended, 0);
});

test('What it is not made for is refused', async (t) => {
  const { url } = await startHarness(t);
  const { id } = await ask('POST', `${url}/postgres`);

  assert.equal((await ask('POST', `${url}/postgres/nobody/stop`)).status, 404);
  assert.equal((await ask('POST', `${url}/postgres/${id}/stop?mode=gentle`)).status, 400);
  assert.equal((await ask('PUT', `${url}/postgres/${id}`)).status, 405);
  assert.equal((await ask('GET', `${url}/mysql`)).status, 404);
});

for (const signal of ['SIGTERM', 'SIGKILL']) {
  test(`After ${signal} nothing of it is left: no server, no data`, async (t) => {
    const { url, data, running } = await startHarness(t);
    const { postgres, redis } = await ask('GET', url);
    const extra = await ask('POST', `${url}/postgres`);
    const clusters = postgresFolder(join(data, 'temporary', String(running.pid)));
    const leftovers = [clusters, realpathSync(clusters), join(data, 'test', 'harness.json')];

    running.kill(signal);
    await running.ended;

    await untilClosed([postgres, redis, extra.url]);
    await until(async () => !leftovers.some(existsSync) || leftovers.filter(existsSync).join(), { what: 'Files were left', deadlineMs: 20_000 });
    assert.deepEqual(readdirSync(join(data, 'test')), []);
  });
}
