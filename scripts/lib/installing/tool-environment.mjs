import { accessSync, constants, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { shown } from '../checkout.mjs';

const dotnet = {
  DOTNET_NOLOGO: '1',
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_GENERATE_ASPNET_CERTIFICATE: 'false',
  // A build server would outlive the command that started it.
  DOTNET_CLI_USE_MSBUILD_SERVER: '0',
  MSBUILDDISABLENODEREUSE: '1',
  // Everything here is culture-invariant, so a system without ICU will do.
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1',
};

/** The environment for npm, dotnet and what they start: the settings, and a home folder they can write. */
export function toolEnvironment(settings, { data, screen }) {
  // A variable set to nothing means the same as none, to whoever reads it.
  const environment = { ...dotnet, ...Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== '')) };
  const home = usableHome(settings.HOME, data);
  if (process.platform === 'win32' || home === settings.HOME) return environment;

  screen.line(`  The home folder ${settings.HOME || '(none set)'} cannot be written, so packages are kept in ${shown(home)}.`);
  delete environment.npm_config_userconfig;
  return { ...environment, HOME: home, npm_config_cache: join(home, '.npm') };
}

function usableHome(named, data) {
  const home = [named, userInfo().homedir].find((folder) => folder && isWritable(folder));
  if (home) return home;
  const own = join(data, 'home');
  mkdirSync(own, { recursive: true });
  return own;
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
