import { chownSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { shown } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';
import { keptSecret } from '../secret.mjs';
import { program } from './binaries.mjs';

export const user = 'numeroly';
export const database = 'numeroly';

/** Makes sure there is a data folder of this version with our database in it. */
export async function ensureData(place, { name, supervisor }) {
  const data = dataIn(place);
  if (existsSync(join(data, 'PG_VERSION'))) refuseOtherVersion(place, data);
  else await initialise(place, { name, supervisor });
}

export const dataIn = (place) => join(place.home, 'data');
export const passwordIn = (place) => keptSecret(join(place.home, 'password'));

/** What PostgreSQL's programs run as and with; other PG variables would change what they do. */
export function asPostgres({ account, home }) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { account, cwd: home, env: { ...Object.fromEntries(inherited), HOME: home, LC_ALL: 'C', TZ: 'UTC' } };
}

async function initialise(place, { name, supervisor }) {
  // Built under another name and renamed when complete, so that an interrupted start leaves no half database.
  const unfinished = join(place.home, 'data.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  passwordIn(place);
  const passwordFile = join(place.home, 'password');
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);

  await supervisor.must({
    name: `${name}-initdb`,
    command: program(place.binaries, 'initdb'),
    // The builtin locale sorts by code point and knows all letters' cases, the same on every system.
    args: ['-D', unfinished, '-U', user, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8',
      '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...asPostgres(place),
    failure: `PostgreSQL could not set up ${shown(place.home)}`,
  });
  // The package has no createdb; one server process without a network does it.
  await supervisor.must({
    name: `${name}-createdb`,
    command: program(place.binaries, 'postgres'),
    args: ['--single', '-D', unfinished, 'postgres'],
    input: `CREATE DATABASE ${database}\n`,
    ...asPostgres(place),
    failure: 'PostgreSQL could not create the database',
  });
  renameSync(unfinished, dataIn(place));
}

function refuseOtherVersion(place, data) {
  const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (major === place.binaries.major) return;
  throw new PlainError(
    `The database in ${shown(place.home)} was made by PostgreSQL ${major} and this checkout brings ${place.binaries.major}. ` +
      'Move that folder away to start with an empty one, or give the address of a server that can read it in DATABASE_URL.',
  );
}
