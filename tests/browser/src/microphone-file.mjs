import { writeFileSync } from 'node:fs';

const rate = 48_000;

/**
 * Writes a WAV for the fake microphone: bursts of a voice-like tone with pauses between them. A steady tone would not do,
 * since noise suppression takes it for noise.
 * @param {string} path
 * @param {{ hertz?: number, seconds?: number }} [options]
 */
export function writeMicrophoneFile(path, { hertz = 220, seconds = 4 } = {}) {
  const samples = new Int16Array(rate * seconds).map((_, i) => Math.round(12_000 * burst(i / rate) * voice(i / rate, hertz)));
  writeFileSync(path, Buffer.concat([header(samples.byteLength), Buffer.from(samples.buffer)]));
  return path;
}

function voice(time, hertz) {
  return [1, 2, 3, 4].reduce((sum, harmonic) => sum + Math.sin(2 * Math.PI * hertz * harmonic * time) / harmonic, 0) / 2;
}

function burst(time) {
  const phase = time % 0.8;
  return phase < 0.3 ? Math.sin((Math.PI * phase) / 0.3) : 0;
}

function header(bytes) {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return head;
}
