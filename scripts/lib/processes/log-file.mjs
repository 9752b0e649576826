import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';

/** A process' output in a file; that of the run before is kept beside it. */
export class LogFile {
  #descriptor;
  #complain;

  /** @param {(error: Error) => void} complain told once when no more can be written */
  constructor(file, complain) {
    if (existsSync(file)) renameSync(file, file.replace(/\.log$/, '.previous.log'));
    this.#descriptor = openSync(file, 'w');
    this.#complain = complain;
  }

  line(text) {
    if (this.#descriptor === undefined) return;
    try {
      writeSync(this.#descriptor, `${text}\n`);
    } catch (error) {
      // A full disk must not take the services down by way of their logs.
      this.close();
      this.#complain(error);
    }
  }

  close() {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
