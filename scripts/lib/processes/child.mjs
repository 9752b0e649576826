import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { politely, signalGroup, stopGroup, windows } from './groups.mjs';
import { startOf } from './identity.mjs';

const remembered = 400;

/** One process we started, in a group of its own, with its last lines of output. */
export class Child {
  #process;
  #listeners = new Set();
  lines = [];
  running = true;
  stopping = false;

  /**
   * @param {{ name: string, command: string, args?: string[], cwd?: string, env?: object, input?: string,
   *   account?: { uid: number, gid: number }, stopSignals?: [string, number][] }} what
   */
  constructor({ name, command, args = [], cwd, env = process.env, input, account, stopSignals = politely }) {
    this.name = name;
    this.stopSignals = stopSignals;
    this.#process = spawn(command, args, {
      cwd,
      env,
      ...account,
      // Its own group, so that all it starts can be signalled at once and Ctrl-C in the terminal reaches only us.
      detached: !windows,
      windowsHide: true,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    this.pid = this.#process.pid;
    this.started = this.pid && startOf(this.pid);
    this.ended = this.#untilEnded();
    this.#process.stdin?.on('error', () => {}).end(input);
  }

  /** Calls back with each line of output and the name of its stream, until the returned function is called. */
  onLine(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits for a line that the pattern fits, also among those already written. */
  line(pattern) {
    if (this.lines.some((line) => pattern.test(line))) return Promise.resolve();
    return new Promise((resolve) => {
      const forget = this.onLine((line) => {
        if (!pattern.test(line)) return;
        forget();
        resolve();
      });
    });
  }

  /** Stops the whole group, politely at first, and waits for its end. */
  async stop(stopSignals = this.stopSignals) {
    this.stopping = true;
    if (this.pid && this.running) await stopGroup(this.pid, stopSignals, (withinMs) => this.#endsWithin(withinMs));
    await this.ended;
  }

  kill() {
    this.stopping = true;
    if (this.pid && this.running) signalGroup(this.pid, 'SIGKILL');
  }

  #endsWithin(ms) {
    const giveUp = new AbortController();
    const late = delay(ms, false, { signal: giveUp.signal }).catch(() => false);
    return Promise.race([this.ended.then(() => true), late]).finally(() => giveUp.abort());
  }

  /** Resolves when it has ended and its output is read: how it ended, as a clause. */
  async #untilEnded() {
    const outputs = Promise.all(['stdout', 'stderr'].map((name) => this.#follow(name)));
    const outcome = await new Promise((resolve) => {
      this.#process.once('error', (error) => resolve({ code: -1, how: `could not be started (${error.message})` }));
      this.#process.once('exit', (code, signal) => resolve({ code: code ?? -1, how: signal ? `was ended by ${signal}` : `ended with code ${code}` }));
    });
    this.running = false;
    if (this.pid) signalGroup(this.pid, 'SIGKILL');
    // Something that left the group may keep the output open for ever.
    await Promise.race([outputs, delay(300)]);
    return outcome;
  }

  async #follow(name) {
    for await (const line of createInterface({ input: this.#process[name], crlfDelay: Infinity })) {
      this.lines.push(line);
      if (this.lines.length > remembered) this.lines.shift();
      for (const listener of [...this.#listeners]) listener(line, name);
    }
  }
}
