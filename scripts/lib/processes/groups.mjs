import { execFileSync } from 'node:child_process';

export const windows = process.platform === 'win32';

/** How a process is asked to stop, ever more firmly, and how long each request gets. */
export const politely = [['SIGTERM', 5000], ['SIGKILL', 2000]];

/** Signals every process of the group that `pid` leads. */
export function signalGroup(pid, signal) {
  try {
    if (windows) execFileSync('taskkill', ['/T', '/F', '/PID', String(pid)], { stdio: 'ignore' });
    else process.kill(-pid, signal);
  } catch {
    // The group is gone, which is what every caller wants.
  }
}

/**
 * Stops the group of a running leader, then what the leader left behind in it.
 * @param {(withinMs: number) => Promise<boolean>} leaderEnds
 */
export async function stopGroup(pid, stopSignals, leaderEnds) {
  for (const [signal, patienceMs] of stopSignals) {
    signalGroup(pid, signal);
    if (await leaderEnds(patienceMs)) break;
  }
  signalGroup(pid, 'SIGKILL');
}
