import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, shown } from '../checkout.mjs';
import { build } from '../dotnet/building.mjs';
import { api } from '../dotnet/products.mjs';
import { PlainError } from '../plain-error.mjs';

const client = join(root, 'generated-client', 'src', 'client.ts');
const madeByBuild = join(api.folder, 'obj', 'client.ts');

/** Builds the API, which writes the client. */
export async function generateClient(tools) {
  await build(api.folder, { ...tools, writesClient: true });
  return shown(client);
}

/** Fails when the committed client is not the one that the last build made and left in `obj`. */
export function checkClient({ committed = client, made = madeByBuild } = {}) {
  const fresh = readFileSync(made);
  if (existsSync(committed) && readFileSync(committed).equals(fresh)) return;
  throw new PlainError(`${shown(committed)} is not what the API's OpenAPI document makes: run \`npm run generate-client\` and commit the result.`);
}

/** The check as a suite of one test. */
export function clientSuites() {
  const run = async () => {
    checkClient();
    return { passed: 1, failed: 0, skipped: 0, failures: [] };
  };
  return [{ name: 'generated-client is fresh', needsBuild: true, run }];
}
