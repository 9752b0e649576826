import { root } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';

const advice = 'install the .NET SDK 10 (dotnet.microsoft.com) so that `dotnet` is on the PATH.';

/** Makes sure that there is an SDK which fits global.json. */
export async function requireDotnet({ supervisor, environment }) {
  const { code, lines } = await supervisor.run({ name: 'dotnet-version', command: 'dotnet', args: ['--version'], cwd: root, env: environment });
  if (code === -1) throw new PlainError(`Numeroly is built with .NET and there is no \`dotnet\` here: ${advice}`);
  if (code !== 0) throw new PlainError(`No installed .NET SDK fits global.json: ${advice}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  return lines.at(-1).trim();
}

/** Brings the tools that `.config/dotnet-tools.json` names into NuGet's cache. */
export async function restoreDotnetTools({ supervisor, environment }) {
  await supervisor.must({
    name: 'dotnet-tool-restore',
    command: 'dotnet',
    args: ['tool', 'restore'],
    cwd: root,
    env: environment,
    failure: 'The .NET tools could not be restored',
  });
}
