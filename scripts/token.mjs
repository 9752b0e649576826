import { dataFolder, root } from './lib/checkout.mjs';
import { command } from './lib/command.mjs';
import { Screen } from './lib/console/screen.mjs';
import { buildBackend } from './lib/dotnet/solution.mjs';
import { api } from './lib/dotnet/products.mjs';
import { requireDotnet } from './lib/installing/dotnet-sdk.mjs';
import { toolEnvironment } from './lib/installing/tool-environment.mjs';
import { PlainError } from './lib/plain-error.mjs';
import { developmentEnvironment } from './lib/services/api.mjs';
import { readSettings } from './lib/settings.mjs';
import { inTemporarySession } from './lib/temporary-session.mjs';

await command({
  usage: `npm run --silent token -- <user> [--role <role>]

Prints a token for calling the API on this machine as that user, and nothing else.
Roles: user (the default), analyst, operator, assistant.`,
  main: ({ words }) => {
    if (!words.length) throw new PlainError('Whose token? For example: npm run --silent token -- alice');
    const settings = readSettings(root);
    const data = dataFolder(settings);
    const screen = Screen.silent();
    const environment = toolEnvironment(settings, { data, screen });
    return inTemporarySession({ title: 'npm run token', screen }, async ({ supervisor }) => {
      await requireDotnet({ supervisor, environment });
      await buildBackend({ supervisor, environment });
      const { code } = await supervisor.run({
        name: 'token',
        command: 'dotnet',
        args: [api.dll, 'token', ...words],
        cwd: api.folder,
        env: developmentEnvironment(environment, data),
        limitMs: 60_000,
        watch: (line, stream) => process[stream].write(`${line}\n`),
      });
      return code;
    });
  },
});
