import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, shown } from '../checkout.mjs';
import { api } from '../dotnet/products.mjs';
import { PlainError } from '../plain-error.mjs';

const generator = join(root, 'node_modules', 'nswag', 'bin', 'binaries', 'Net100', 'dotnet-nswag.dll');
const recipe = join(root, 'generated-client', 'nswag.json');
const document = join(api.folder, 'openapi', 'numeroly.json');
const client = join(root, 'generated-client', 'src', 'client.ts');

export const hasRecipe = () => existsSync(recipe);

/** Writes the TypeScript client from the OpenAPI document that the last build made. */
export async function generateClient(tools) {
  await generate(client, tools);
  return shown(client);
}

/** Fails when the committed client is not what the OpenAPI document makes. */
export async function checkClient({ folder, ...tools }) {
  const output = join(folder, 'generated-client', 'client.ts');
  await generate(output, tools);
  const isFresh = existsSync(client) && readFileSync(client, 'utf8') === readFileSync(output, 'utf8');
  rmSync(output);
  if (!isFresh) throw new PlainError(`${shown(client)} is not what the API's OpenAPI document makes: run \`npm run generate-client\` and commit the result.`);
}

/** The check as a suite of one test. */
export function clientSuites() {
  const run = async (tools) => {
    await checkClient(tools);
    return { passed: 1, failed: 0, skipped: 0, failures: [] };
  };
  return hasRecipe() ? [{ name: 'generated-client is fresh', needsBuild: true, run }] : [];
}

async function generate(output, { supervisor, environment }) {
  for (const file of [recipe, document]) {
    if (!existsSync(file)) throw new PlainError(`There is no ${shown(file)}, so there is nothing to make a client from.`);
  }
  mkdirSync(dirname(output), { recursive: true });
  await supervisor.must({
    name: 'nswag',
    command: 'dotnet',
    args: [generator, 'run', recipe, `/variables:Input=${document},Output=${output}`],
    cwd: root,
    env: environment,
    failure: 'NSwag could not make the client',
  });
}
