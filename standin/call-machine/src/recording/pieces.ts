/** Hertz; mono, 16 bit. The stand-in writes its files at the same rate. */
export const sampleRate = 24_000;

export const pieceSamples = sampleRate / 10;

/**
 * One piece of sound on its way to the stand-in: the capture's number and the position of the first sample, as 32 bit little
 * endian, then the samples. The position lets a late piece find its place.
 */
export function encodePiece(capture: number, position: number, samples: Float32Array): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(8 + samples.length * 2));
  view.setUint32(0, capture, true);
  view.setUint32(4, position, true);
  samples.forEach((sample, i) => view.setInt16(8 + i * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 0x7fff), true));
  return view.buffer as ArrayBuffer;
}
