import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { PlainError } from '../plain-error.mjs';

/**
 * Who runs PostgreSQL, which refuses to run as root. Nothing for an ordinary user. As root: whoever owns the data
 * already, else the system's `postgres`, else `nobody`. @returns {{ uid: number, gid: number } | undefined}
 */
export function postgresAccount(home) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(home, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (account) return account;
  throw new PlainError('PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody: run this as an ordinary user.');
}

function accountNamed(name) {
  try {
    const [uid, gid] = ['-u', '-g'].map((what) => Number(execFileSync('id', [what, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })));
    return { uid, gid };
  } catch {
    return undefined;
  }
}

/** Whether the account really can do something; permissions on the way there, ACLs and mounts all count. */
export function can(account, command, ...args) {
  try {
    execFileSync(command, args, { ...account, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
