import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { writeWhole } from '../atomic-file.mjs';
import { signalGroup, stopGroup } from './groups.mjs';
import { startOf } from './identity.mjs';

/** What was started and has not been seen to end, as files, so that whoever comes after a crash can stop it. */
export class Ledger {
  #folder;

  constructor(folder) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  enter({ pid, started, stopSignals }) {
    writeWhole(this.#file(pid), JSON.stringify({ pid, started, stopSignals }));
  }

  strike({ pid }) {
    rmSync(this.#file(pid), { force: true });
  }

  /** Stops everything that is still entered. */
  async clear() {
    const names = readdirSync(this.#folder).filter((name) => name.endsWith('.json'));
    await Promise.all(names.map((name) => this.#clearEntry(join(this.#folder, name))));
  }

  async #clearEntry(file) {
    await stopLeftover(JSON.parse(readFileSync(file, 'utf8')));
    rmSync(file, { force: true });
  }

  #file(pid) {
    return join(this.#folder, `${pid}.json`);
  }
}

async function stopLeftover({ pid, started, stopSignals }) {
  const found = startOf(pid);
  if (found === started) await stopGroup(pid, stopSignals, (withinMs) => isGone(pid, started, withinMs));
  // Without its leader the number still belongs to the group while that has members; with another leader it is not ours.
  else if (found === undefined) signalGroup(pid, 'SIGKILL');
}

async function isGone(pid, started, withinMs) {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await delay(20)) {
    if (startOf(pid) !== started) return true;
  }
  return false;
}
