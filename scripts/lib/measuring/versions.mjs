import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { publish } from '../dotnet/building.mjs';
import { api } from '../dotnet/products.mjs';
import { removeEntirely } from '../removal.mjs';

/** How the API is delivered, and hence measured: more of MSBuild's properties, as `Name=value`. */
const asDelivered = [];

/** The version that this one is held against: the last with a store of our own. */
const before = '437a606';

const kept = join(root, 'bench', 'Numeroly.Bench', 'obj', 'measured');
const assembly = 'Numeroly.Api.dll';

/** Publishes the API of the working tree. Returns its assembly. */
export async function publishThisVersion(tools) {
  const into = join(kept, 'this-version');
  await publish(api.folder, { into, properties: asDelivered }, tools);
  return join(into, assembly);
}

/** Publishes the API of the version before, once. Returns its assembly, which is in a folder named after the commit. */
export async function publishVersionBefore(tools) {
  const published = join(kept, before);
  if (!existsSync(published)) await publishCommit(before, published, tools);
  return join(published, assembly);
}

async function publishCommit(commit, published, tools) {
  const sources = `${published}-sources`;
  const unfinished = `${published}-unfinished`;
  await checkOut(commit, sources, tools);
  // Nobody is to mend that version: what later tools say against it is no obstacle.
  const properties = ['TreatWarningsAsErrors=false', 'RunAnalyzers=false', 'NuGetAudit=false', 'OpenApiGenerateDocuments=false'];
  await publish(join(sources, 'src', 'Numeroly.Api'), { into: unfinished, properties }, tools);
  renameSync(unfinished, published);
  removeEntirely(sources);
}

/** What that commit's API is built from, in a folder of its own; neither the working tree nor git's index is touched. */
async function checkOut(commit, folder, { supervisor, environment }) {
  removeEntirely(folder);
  mkdirSync(folder, { recursive: true });
  const index = `${folder}-index`;
  await supervisor.must({
    name: 'git',
    command: 'git',
    args: [`--work-tree=${folder}`, 'checkout', '--force', commit, '--', 'src', 'global.json', '.editorconfig', 'Directory.*', 'BannedSymbols*'],
    cwd: root,
    env: { ...environment, GIT_INDEX_FILE: index },
    failure: `Version ${commit} is not in this clone, which needs its history ("git fetch --unshallow")`,
  });
  rmSync(index, { force: true });
}
