import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkClient } from '../../scripts/lib/client/generating.mjs';
import { temporaryFolder } from './fixtures/running.mjs';

const stale = /is not what the API's OpenAPI document makes: run `npm run generate-client` and commit/;

test('A client that the build makes just so passes', (context) => {
  assert.doesNotThrow(() => checkClient(clients(context, { committed: 'class A {}\n', made: 'class A {}\n' })));
});

test('A client with one letter in another case is stale, and it is said what to do', (context) => {
  assert.throws(() => checkClient(clients(context, { committed: 'class a {}\n', made: 'class A {}\n' })), stale);
});

test('A client that was never committed is stale', (context) => {
  assert.throws(() => checkClient(clients(context, { made: 'class A {}\n' })), stale);
});

function clients(context, contents) {
  const folder = temporaryFolder(context);
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content);
  return { committed: join(folder, 'committed'), made: join(folder, 'made') };
}
