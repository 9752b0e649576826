import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './checkout.mjs';
import { take } from './processes/claim.mjs';
import { startOf } from './processes/identity.mjs';
import { Ledger } from './processes/ledger.mjs';
import { claimFile, cleaningUp } from './processes/session-files.mjs';
import { inSession } from './processes/session.mjs';
import { removeEntirely } from './removal.mjs';

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
  const session = { folder: runFolder(folder), logs: join(data, 'logs', 'test'), title, screen, leftovers: [postgresFolder(folder), ...leftovers] };
  try {
    return await inSession(session, (supervisor) => work({ supervisor, folder, data }));
  } finally {
    removeEntirely(folder);
  }
}

/** Where the PostgreSQL clusters of a temporary session are. */
export function postgresFolder(folder) {
  return join(folder, 'postgres');
}

const runFolder = (folder) => join(folder, 'run');

/** Those whose process and guardian were both killed. A folder is named after its process. */
async function removeDeadSessions(all) {
  const dead = existsSync(all) ? readdirSync(all).filter((pid) => !startOf(Number(pid))) : [];
  for (const folder of dead.map((pid) => join(all, pid))) {
    if (!take(claimFile(runFolder(folder)), cleaningUp)) continue;
    await new Ledger(runFolder(folder)).clear();
    removeEntirely(postgresFolder(folder));
    removeEntirely(folder);
  }
}
