import { heardFrame } from './rates.ts';

/** On the audio thread: hands over what it hears in frames, while it has something to listen to and is told to. */
class Capture extends AudioWorkletProcessor {
  private frame = new Int16Array(heardFrame);
  private filled = 0;
  private isOpen = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<boolean>) => {
      this.isOpen = data;
      this.filled = 0;
    };
  }

  override process([input]: Float32Array[][]): boolean {
    const samples = input?.[0];
    if (!samples || !this.isOpen) return true;
    for (const sample of samples) {
      this.frame[this.filled++] = Math.max(-1, Math.min(1, sample)) * 0x7fff;
      if (this.filled === heardFrame) this.handOver();
    }
    return true;
  }

  private handOver() {
    this.port.postMessage(this.frame.buffer, [this.frame.buffer]);
    this.frame = new Int16Array(heardFrame);
    this.filled = 0;
  }
}

registerProcessor('capture', Capture);
