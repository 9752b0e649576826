const redrawMs = 500;
const remindMs = 20_000;

/** What a person sees while a command works: finished steps as lines, running ones as one line below that changes. */
export class Screen {
  #stream;
  #labelWidth;
  #running = new Set();
  #timer;
  #reminded = 0;

  constructor({ stream = process.stdout, labelWidth = 16 } = {}) {
    this.#stream = stream;
    this.#labelWidth = labelWidth;
  }

  /** A screen for commands whose output is for another program. */
  static silent() {
    return new Screen({ stream: { isTTY: false, write: () => {} } });
  }

  line(text = '') {
    this.#clear();
    this.#stream.write(`${text}\n`);
    this.#draw();
  }

  /**
   * Shows a step while it runs, and how long it took. The work may say how far it is.
   * @param {(say: (progress: string) => void) => Promise<T>} work
   * @param {(outcome: T) => string} describe what to show of its outcome
   * @returns {Promise<T>}
   * @template T
   */
  async step(label, work, describe = (outcome) => outcome) {
    const step = { label, begun: Date.now(), progress: '' };
    this.#running.add(step);
    this.#watch();
    try {
      const outcome = await work((progress) => (step.progress = progress));
      this.#running.delete(step);
      this.line(`  ${label.padEnd(this.#labelWidth)} ${describe(outcome).padEnd(44)} ${seconds(step)}`);
      return outcome;
    } finally {
      this.#running.delete(step);
      this.#watch();
    }
  }

  #watch() {
    if (this.#running.size && !this.#timer) {
      this.#reminded = Date.now();
      this.#timer = setInterval(() => this.#tick(), redrawMs);
      this.#timer.unref();
    }
    if (this.#running.size) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#clear();
  }

  #tick() {
    if (this.#stream.isTTY) return this.#draw();
    if (Date.now() - this.#reminded < remindMs) return;
    this.#reminded = Date.now();
    this.#stream.write(`  ... ${this.#status()}\n`);
  }

  #status() {
    return [...this.#running].map((step) => `${step.label} (${[seconds(step), step.progress].filter(Boolean).join(', ')})`).join('; ');
  }

  #draw() {
    if (!this.#stream.isTTY || !this.#running.size) return;
    const width = (this.#stream.columns || 80) - 1;
    this.#stream.write(`\r\x1b[K  ${this.#status()}`.slice(0, width + 4));
  }

  #clear() {
    if (this.#stream.isTTY) this.#stream.write('\r\x1b[K');
  }
}

function seconds(step) {
  return `${((Date.now() - step.begun) / 1000).toFixed(1)} s`;
}
