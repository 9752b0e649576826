import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { shown } from '../checkout.mjs';
import { Interrupted, PlainError } from '../plain-error.mjs';
import { Child } from './child.mjs';
import { LogFile } from './log-file.mjs';

/** Starts processes, keeps their logs, notices when one dies, and stops all, the newest first. */
export class Supervisor {
  #ledger;
  #logs;
  #screen;
  #children = new Set();
  #trouble = new AbortController();
  #stopped;

  constructor({ ledger, logs, screen }) {
    this.#ledger = ledger;
    this.#logs = logs;
    this.#screen = screen;
    this.#stopped = new Promise((_, reject) => this.signal.addEventListener('abort', () => reject(this.signal.reason)));
    this.#stopped.catch(() => {});
    mkdirSync(logs, { recursive: true });
  }

  /** Aborted, with the reason, once everything has to stop. */
  get signal() {
    return this.#trouble.signal;
  }

  fail(reason) {
    this.#trouble.abort(reason);
  }

  /** Never resolves: rejects when everything has to stop. */
  untilStopped() {
    return this.#stopped;
  }

  /**
   * Starts a service and waits until it is ready. From then on its unexpected end is everybody's end, unless it is
   * expendable. Besides what a Child takes: lines that fit `important` also go to the screen.
   * @param {{ name: string, important?: RegExp, expendable?: boolean, ready: (child: Child, signal: AbortSignal) => Promise<unknown> }} service
   * @returns {Promise<Child>}
   */
  async start({ important, expendable = false, ready, ...what }) {
    const child = this.#spawn(what);
    if (important) child.onLine((line) => important.test(line) && this.#screen.line(`${child.name} | ${line}`));
    const death = child.ended.then(({ how }) => this.#report(child, how));
    const settled = new AbortController();
    try {
      const readiness = ready(child, AbortSignal.any([this.signal, settled.signal]));
      await this.#unlessStopped(Promise.race([readiness, death.then((report) => Promise.reject(report))]));
    } catch (error) {
      await child.stop();
      this.signal.throwIfAborted();
      throw error === (await death) ? error : this.#report(child, `did not start: ${error.message}`);
    } finally {
      settled.abort();
    }
    if (!expendable) death.then((report) => child.stopping || this.fail(report));
    return child;
  }

  /**
   * Runs a task to its end, or to its time limit.
   * @returns {Promise<{ code: number, how: string, lines: string[] }>}
   */
  async run({ watch, limitMs, ...what }) {
    const child = this.#spawn(what);
    if (watch) child.onLine(watch);
    const limit = limitMs && setTimeout(() => child.stop(), limitMs);
    const outcome = await this.#unlessStopped(child.ended).finally(() => clearTimeout(limit));
    return { ...outcome, ...(child.stopping && { how: `did not end within ${limitMs / 60_000} minutes` }), lines: child.lines };
  }

  /** Runs a task that has to succeed. */
  async must({ failure, ...what }) {
    const { code, how, lines } = await this.run(what);
    if (code !== 0) throw new PlainError(`${failure}: ${what.name} ${how}.\n${this.#tail(what.name, lines)}`);
    return lines;
  }

  async stopAll() {
    this.fail(new Interrupted('everything is being stopped'));
    for (const child of [...this.#children].reverse()) await child.stop();
  }

  killAll() {
    for (const child of this.#children) child.kill();
  }

  #spawn(what) {
    this.signal.throwIfAborted();
    const child = new Child(what);
    const log = new LogFile(this.#logFile(child.name), (error) => this.#screen.line(`No more log of ${child.name}: ${error.message}`));
    child.onLine((line) => log.line(line));
    this.#children.add(child);
    if (child.pid) this.#ledger.enter(child);
    child.ended.then(() => {
      log.close();
      this.#children.delete(child);
      this.#ledger.strike(child);
    });
    return child;
  }

  #unlessStopped(promise) {
    return Promise.race([promise, this.#stopped]);
  }

  #report(child, how) {
    return new PlainError(`${child.name} ${how}.\n${this.#tail(child.name, child.lines)}`);
  }

  #tail(name, lines) {
    const last = lines.slice(-25).map((line) => `  ${name} | ${line}`);
    return [...last, `The whole log is ${shown(this.#logFile(name))}.`].join('\n');
  }

  #logFile(name) {
    return join(this.#logs, `${name}.log`);
  }
}
