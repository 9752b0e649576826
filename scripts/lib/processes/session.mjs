import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shown } from '../checkout.mjs';
import { Interrupted, PlainError } from '../plain-error.mjs';
import { removeEntirely } from '../removal.mjs';
import { until } from '../waiting.mjs';
import { giveUp, holderOf, take } from './claim.mjs';
import { onInterruption } from './interruptions.mjs';
import { Ledger } from './ledger.mjs';
import { claimFile, cleaningUp } from './session-files.mjs';
import { Supervisor } from './supervisor.mjs';

/**
 * Does the work with a supervisor, and leaves nothing behind: not when it ends, not when it fails, not when it is
 * interrupted, and not when it is killed, for then a guardian or the next session in this folder cleans up.
 * @param {{ folder: string, logs: string, title: string, screen: object, leftovers?: string[] }} session
 *   `leftovers` are files and folders that must not outlive it
 * @param {(supervisor: Supervisor) => Promise<T>} work
 * @template T
 */
export async function inSession({ folder, logs, title, screen, leftovers = [] }, work) {
  await enter(folder, title);
  const ledger = new Ledger(folder);
  await ledger.clear();
  leftovers.forEach(removeEntirely);

  const guardian = startGuardian(folder, leftovers);
  const supervisor = new Supervisor({ ledger, logs, screen });
  onInterruption({
    stop: (reason) => {
      screen.line(`\nStopping (${reason}).`);
      supervisor.fail(new Interrupted(reason));
    },
    stopNow: () => {
      supervisor.killAll();
      process.exit(130);
    },
  });
  try {
    return await work(supervisor);
  } catch (error) {
    // When everything was told to stop, that is the reason for whatever failed after it.
    throw supervisor.signal.reason ?? error;
  } finally {
    await supervisor.stopAll();
    leftovers.forEach(removeEntirely);
    giveUp(claimFile(folder));
    guardian.stdin.end('done');
  }
}

async function enter(folder, title) {
  try {
    mkdirSync(folder, { recursive: true });
    await until(async () => take(claimFile(folder), title) || whoIsThere(folder), {
      what: 'Cleaning up after the run before has not ended',
      deadlineMs: 30_000,
    });
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    throw new PlainError(`${shown(folder)} cannot be written by this user: another user made it, or the checkout is read-only.`);
  }
}

function whoIsThere(folder) {
  const holder = holderOf(claimFile(folder));
  if (!holder || holder.title === cleaningUp) return 'it goes on';
  throw new PlainError(`${holder.title} already runs in this checkout (process ${holder.pid}). Stop it first, with Ctrl-C where it runs.`);
}

function startGuardian(folder, leftovers) {
  const guardian = spawn(process.execPath, [fileURLToPath(new URL('guardian.mjs', import.meta.url)), folder, ...leftovers], {
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guardian.stdin.on('error', () => {});
  guardian.stdin.unref();
  guardian.unref();
  return guardian;
}
