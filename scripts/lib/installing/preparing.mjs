import { requireDotnet } from './dotnet-sdk.mjs';
import { installNpmPackages } from './npm-packages.mjs';
import { toolEnvironment } from './tool-environment.mjs';

/** What every command needs before it can do its work. Returns the environment for what it starts. */
export async function prepare({ supervisor, screen, settings, data }) {
  const environment = toolEnvironment(settings, { data, screen });
  await screen.step('.NET SDK', () => requireDotnet({ supervisor, environment }));
  await screen.step('npm packages', () => installNpmPackages({ supervisor, environment }));
  return environment;
}
