import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandOf, startOf } from '../processes/identity.mjs';

const requests = [['SIGINT', 10_000], ['SIGQUIT', 5000], ['SIGKILL', 2000]];

/**
 * Makes a data folder free of the server that a killed run left on it. A pid file whose number now belongs to some
 * other program is removed: PostgreSQL would take that program for a server of its own and refuse to start.
 */
export async function stopLeftoverServer(data) {
  const file = join(data, 'postmaster.pid');
  const pid = pidIn(file);
  if (!pid) return;
  const started = startOf(pid);
  if (started && commandOf(pid)?.includes(data)) await stop(pid, started);
  rmSync(file, { force: true });
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
