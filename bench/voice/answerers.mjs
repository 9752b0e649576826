import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/lib/checkout.mjs';

const program = join(root, 'bench/Numeroly.Bench/bin/Release/net10.0/Numeroly.Bench.dll');

/** The process in which assistants answer, and the times it tells. */
export class Answerers {
  #child;
  #waiting = [];
  /** What passed through each call, with its time: `{ call, what, at, more }`. */
  marks = [];

  static async start({ bundlePath, chromium }) {
    const answerers = new Answerers();
    answerers.#child = spawn('dotnet', [program, 'voice-answers', bundlePath], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, Assistant__Calling__Chromium__Path: chromium } });
    createInterface({ input: answerers.#child.stdout }).on('line', (line) => answerers.#take(JSON.parse(line)));
    const ended = once(answerers.#child, 'exit').then(() => Promise.reject(new Error('The process that answers ended.')));
    ended.catch(() => undefined);
    await Promise.race([answerers.next('', 'ready'), ended]);
    return answerers;
  }

  get pid() {
    return this.#child.pid;
  }

  /** Has the process enter a room, answer at another length, or leave. */
  async order(call, what = {}) {
    const done = this.next(call, 'done');
    this.#child.stdin.write(`${JSON.stringify({ call, ...what })}\n`);
    await done;
  }

  /** The next time something happens in a call. */
  next(call, what) {
    return new Promise((found, failed) => {
      const late = setTimeout(() => failed(new Error(`Waited in vain for ${what} in ${call}.`)), 60_000);
      this.#waiting.push({ call, what, found: (mark) => (clearTimeout(late), found(mark)) });
    });
  }

  /** The first time something happened in a call from a time on. */
  first(call, what, from) {
    return this.marks.find((mark) => mark.call === call && mark.what === what && mark.at >= from);
  }

  async stop() {
    this.#child.stdin.end();
    await once(this.#child, 'exit');
  }

  #take(mark) {
    this.marks.push(mark);
    for (const one of this.#waiting.filter(({ call, what }) => call === mark.call && what === mark.what)) {
      this.#waiting.splice(this.#waiting.indexOf(one), 1);
      one.found(mark);
    }
  }
}
