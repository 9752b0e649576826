import { existsSync, readFileSync } from 'node:fs';
import { dataFolder, root } from './checkout.mjs';
import { Screen } from './console/screen.mjs';
import { buildBackend } from './dotnet/solution.mjs';
import { api } from './dotnet/products.mjs';
import { endpointsFile } from './endpoints.mjs';
import { requireDotnet } from './installing/dotnet-sdk.mjs';
import { toolEnvironment } from './installing/tool-environment.mjs';
import { developmentEnvironment } from './services/api.mjs';
import { readSettings } from './settings.mjs';
import { inTemporarySession } from './temporary-session.mjs';

/**
 * Runs the backend's command line, built first where needed, on the database of the npm start that runs in this
 * checkout unless DATABASE_URL names another. Only what the command itself prints is printed.
 */
export function numeroly({ title, words, limitMs }) {
  const settings = readSettings(root);
  const data = dataFolder(settings);
  const screen = Screen.silent();
  const environment = toolEnvironment(settings, { data, screen });
  return inTemporarySession({ title, screen }, async ({ supervisor }) => {
    await requireDotnet({ supervisor, environment });
    await buildBackend({ supervisor, environment });
    const { code } = await supervisor.run({
      name: 'numeroly',
      command: 'dotnet',
      args: [api.dll, ...words],
      cwd: root,
      env: { ...runningDatabase(data), ...developmentEnvironment(environment, data) },
      limitMs,
      watch: (line, stream) => process[stream].write(`${line}\n`),
    });
    return code;
  });
}

function runningDatabase(data) {
  const file = endpointsFile(data);
  return existsSync(file) ? { DATABASE_URL: JSON.parse(readFileSync(file, 'utf8')).postgres } : {};
}
