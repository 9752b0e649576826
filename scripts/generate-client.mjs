import { checkClient, generateClient } from './lib/client/generating.mjs';
import { command } from './lib/command.mjs';
import { Screen } from './lib/console/screen.mjs';
import { build } from './lib/dotnet/building.mjs';
import { api } from './lib/dotnet/products.mjs';
import { testSettings } from './lib/harness/harness.mjs';
import { prepare } from './lib/installing/preparing.mjs';
import { inTemporarySession } from './lib/temporary-session.mjs';

await command({
  usage: `npm run generate-client [-- --check]

Builds the API and writes the TypeScript client from its OpenAPI document to generated-client/src/client.ts.
  --check  writes nothing, and fails when the committed client is not what the document makes`,
  options: { check: { type: 'boolean' } },
  main: ({ options }) => {
    const screen = new Screen();
    return inTemporarySession({ title: 'npm run generate-client', screen }, async ({ supervisor, data }) => {
      const tools = { supervisor, screen, environment: await prepare({ supervisor, screen, settings: testSettings(), data }) };
      if (options.check) {
        await screen.step('build', (say) => build(api.folder, { ...tools, say }), () => 'done');
        await screen.step('client', async () => checkClient(), () => 'fresh');
      } else {
        await screen.step('client', (say) => generateClient({ ...tools, say }), (file) => `${file} written`);
      }
    });
  },
});
