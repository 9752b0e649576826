import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './checkout.mjs';
import { reachableFolder } from './postgres/place.mjs';
import { giveUp, take } from './processes/claim.mjs';
import { Ledger } from './processes/ledger.mjs';
import { claimFile, cleaningUp } from './processes/session-files.mjs';
import { inSession } from './processes/session.mjs';

/**
 * A session with a folder of its own that ends with it, so that any number run side by side and beside `npm start`.
 * @param {(session: { supervisor: object, folder: string, data: string }) => Promise<T>} work
 * @template T
 */
export async function inTemporarySession({ title, screen, leftovers = [] }, work) {
  const data = dataFolder();
  const all = join(data, 'temporary');
  const folder = join(all, String(process.pid));
  await removeDeadSessions(all);
  const session = { folder: runFolder(folder), logs: join(data, 'logs', 'test'), title, screen, leftovers: [...contents(folder), ...leftovers] };
  try {
    return await inSession(session, (supervisor) => work({ supervisor, folder, data }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where the PostgreSQL clusters of a temporary session are. */
export function postgresFolder(folder) {
  return join(folder, 'postgres');
}

const runFolder = (folder) => join(folder, 'run');

function contents(folder) {
  return [postgresFolder(folder), reachableFolder(postgresFolder(folder))];
}

/** Those whose process and guardian were both killed. */
async function removeDeadSessions(all) {
  const folders = existsSync(all) ? readdirSync(all).map((name) => join(all, name)) : [];
  for (const folder of folders) {
    const claim = claimFile(runFolder(folder));
    if (!take(claim, cleaningUp)) continue;
    await new Ledger(runFolder(folder)).clear();
    for (const path of contents(folder)) rmSync(path, { recursive: true, force: true });
    giveUp(claim);
    rmSync(folder, { recursive: true, force: true });
  }
}
