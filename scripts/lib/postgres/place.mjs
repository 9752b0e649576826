import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, renameSync, rmdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root, shown } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';
import { can, postgresAccount } from './account.mjs';
import { installedBinaries, program } from './binaries.mjs';

/**
 * Where PostgreSQL's programs and data are, and who runs it: { home, binaries, account }. As root, in a checkout that
 * the unprivileged account cannot reach, both move to a folder of its own and `wanted` becomes a link to it.
 */
export function postgresPlace(wanted) {
  refuseDeadLink(wanted);
  const account = postgresAccount(wanted);
  const installed = installedBinaries();
  if (!account) {
    makeHome(wanted);
    return { home: wanted, binaries: installed };
  }
  if (isUnused(wanted)) makeHomeFor(account, wanted);
  const binaries = can(account, program(installed, 'postgres'), '--version') ? installed : reachableCopy(installed);
  // By its real path: the account cannot follow a link in a folder it cannot enter.
  return { home: realpathSync(wanted), binaries, account };
}

/** A place for one more server below another place, with the same programs and account. */
export function placeWithin(place, name) {
  const home = join(place.home, name);
  makeHome(home);
  if (place.account) chownSync(home, place.account.uid, place.account.gid);
  return { ...place, home };
}

/** The folder of this checkout that the unprivileged account can reach wherever the checkout is. */
function makeOutside() {
  const folder = join('/var/lib', `numeroly-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}

function isUnused(folder) {
  const found = statSync(folder, { throwIfNoEntry: false });
  return !found || (found.uid === 0 && readdirSync(folder).length === 0);
}

function makeHome(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

function makeHomeFor(account, wanted) {
  makeHome(wanted);
  chownSync(wanted, account.uid, account.gid);
  if (can(account, '/bin/sh', '-c', 'cd "$1" && mkdir probe && rmdir probe', 'sh', wanted)) return;

  rmdirSync(wanted);
  // A new one each time: whoever deletes `.data` gets an empty database, and whoever moves it away keeps the old one.
  const folder = mkdtempSync(join(makeOutside(), 'data-'));
  chownSync(folder, account.uid, account.gid);
  symlinkSync(folder, wanted);
}

/** A copy that everybody may read, made once for each version. */
function reachableCopy(installed) {
  const outside = makeOutside();
  const folder = join(outside, `postgresql-${installed.version}`);
  if (!existsSync(folder)) {
    const unfinished = mkdtempSync(join(outside, 'unfinished-'));
    cpSync(installed.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    renameSync(unfinished, folder);
  }
  return { ...installed, folder };
}

function openToAll(path) {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.mode | (entry.isDirectory() || entry.mode & 0o100 ? 0o555 : 0o444));
  if (entry.isDirectory()) readdirSync(path).forEach((name) => openToAll(join(path, name)));
}

function refuseDeadLink(wanted) {
  const link = lstatSync(wanted, { throwIfNoEntry: false });
  if (!link?.isSymbolicLink() || statSync(wanted, { throwIfNoEntry: false })) return;
  throw new PlainError(`${shown(wanted)} is a link to ${readlinkSync(wanted)}, which is gone or not yours. If the data may be lost, delete the link and start again.`);
}
