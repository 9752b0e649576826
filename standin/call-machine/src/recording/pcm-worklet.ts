/**
 * The code that runs on the audio thread: it hands over what it hears in pieces of a tenth of a second. As text, because a
 * worklet is loaded by address and the bundle is one script.
 */
export const pcmWorklet = `
registerProcessor('pcm', class extends AudioWorkletProcessor {
  constructor({ processorOptions: { pieceSamples } }) {
    super();
    this.piece = new Float32Array(pieceSamples);
    this.filled = 0;
  }
  process([[samples]]) {
    const heard = samples ?? new Float32Array(128);
    for (let i = 0; i < heard.length; i++) {
      this.piece[this.filled++] = heard[i];
      if (this.filled < this.piece.length) continue;
      this.port.postMessage(this.piece);
      this.filled = 0;
    }
    return true;
  }
});
`;
