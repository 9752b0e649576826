import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { shown } from '../checkout.mjs';
import { PlainError } from '../plain-error.mjs';
import { commandOf, parentOf, startOf } from '../processes/identity.mjs';

const requests = [['SIGINT', 10_000], ['SIGQUIT', 5000], ['SIGKILL', 2000]];

/**
 * Makes a data folder free of the server that a killed run left on it. A pid file whose number now belongs to some
 * other program is removed: PostgreSQL would take that program for a server of its own and refuse to start.
 */
export async function stopLeftoverServer(data) {
  const file = join(data, 'postmaster.pid');
  const pid = pidIn(file);
  if (!pid) return;
  if (commandOf(pid)?.includes(data)) {
    refuseWhenInUse(pid, data);
    await stop(pid, startOf(pid));
  }
  rmSync(file, { force: true });
}

/** Whoever started the server may still be there: a copy of this checkout whose link leads to the same data. */
function refuseWhenInUse(pid, data) {
  const starter = commandOf(parentOf(pid));
  if (!/scripts[\\/][\w-]+\.mjs/.test(starter ?? '')) return;
  throw new PlainError(`Another checkout uses the database in ${shown(data)} (process ${pid}): stop it there first, or delete the link to it here.`);
}

async function stop(pid, started) {
  for (const [signal, patienceMs] of requests) {
    process.kill(pid, signal);
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await delay(50)) {
      if (startOf(pid) !== started) return;
    }
  }
}

function pidIn(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
