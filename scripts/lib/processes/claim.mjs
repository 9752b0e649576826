import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startOf } from './identity.mjs';

/** The living process that holds a claim, as { pid, title }, or undefined. */
export function holderOf(file) {
  const holder = readClaim(file);
  return holder && startOf(holder.pid) === holder.started ? holder : undefined;
}

/** Takes a claim for this process. Returns false when someone living holds it; a dead holder's claim is taken over. */
export function take(file, title) {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, started: startOf(process.pid), title }));
  try {
    return linkOrInherit(own, file);
  } finally {
    rmSync(own, { force: true });
  }
}

export function giveUp(file) {
  if (readClaim(file)?.pid === process.pid) rmSync(file, { force: true });
}

/** Does the work while holding the claim, after waiting for whoever holds it now. */
export async function whileHolding(file, title, work, signal) {
  while (!take(file, title)) {
    await delay(100, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
  try {
    return await work();
  } finally {
    giveUp(file);
  }
}

function linkOrInherit(own, file) {
  for (;;) {
    try {
      // A link appears whole or not at all, and never over another one.
      linkSync(own, file);
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (holderOf(file)) return false;
    rmSync(file, { force: true });
  }
}

function readClaim(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
