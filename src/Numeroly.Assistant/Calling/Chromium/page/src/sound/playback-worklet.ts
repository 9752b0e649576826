import type { Progress } from '../protocol.ts';

/** To the audio thread: samples to play after the others, or the number of a flush. */
export type ToPlayback = Int16Array | { flush: number };

/** From the audio thread; with the number of the flush that it answers. */
export type FromPlayback = Progress & { flush?: number };

// What is cut off fades within 5 ms, or it would click.
const fadeSamples = 120;
// Told often enough to keep the speaker half a second ahead.
const blocksBetweenReports = 8;

/** On the audio thread: plays what it is given as soon as it is there, and counts. */
class Playback extends AudioWorkletProcessor {
  private queue: Int16Array[] = [];
  private offset = 0;
  private played = 0;
  private consumed = 0;
  // That something begins to sound is told at once.
  private blocks = blocksBetweenReports;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<ToPlayback>) => ('flush' in data ? this.flush(data.flush) : this.queue.push(data));
  }

  override process(_: Float32Array[][], [output]: Float32Array[][]): boolean {
    const samples = output?.[0];
    if (!samples || this.queue.length === 0) return true;
    for (let at = 0; at < samples.length; ) {
      const piece = this.queue[0];
      if (!piece) break;
      const length = Math.min(piece.length - this.offset, samples.length - at);
      for (let i = 0; i < length; i++) samples[at + i] = (piece[this.offset + i] ?? 0) / 0x8000;
      at += length;
      this.offset += length;
      this.played += length;
      this.consumed += length;
      if (this.offset === piece.length) this.next();
    }
    if (this.queue.length === 0 || ++this.blocks >= blocksBetweenReports) this.report();
    if (this.queue.length === 0) this.blocks = blocksBetweenReports;
    return true;
  }

  private next() {
    this.queue.shift();
    this.offset = 0;
  }

  private flush(number: number) {
    const waiting = this.queue.reduce((sum, piece) => sum + piece.length, -this.offset);
    const rest = this.queue.length > 0 ? this.fading() : undefined;
    this.queue = rest ? [rest] : [];
    this.offset = 0;
    const fading = rest?.length ?? 0;
    this.consumed += waiting - fading;
    // What still fades is as good as played.
    this.port.postMessage({ flush: number, played: this.played + fading, consumed: this.consumed + fading } satisfies FromPlayback);
  }

  private fading() {
    const piece = this.queue[0]?.subarray(this.offset, this.offset + fadeSamples) ?? new Int16Array();
    return piece.map((sample, i) => sample * (1 - (i + 1) / piece.length));
  }

  private report() {
    this.blocks = 0;
    this.port.postMessage({ played: this.played, consumed: this.consumed } satisfies FromPlayback);
  }
}

registerProcessor('playback', Playback);
