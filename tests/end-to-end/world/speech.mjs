import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const sounds = join(root, 'tests', 'Numeroly.Assistant.Tests', 'Hearing', 'Sounds');

/** Somebody who asks for their life path, as sound for the fake microphone, which says it again and again. */
export const askingForTheLifePath = { vi: join(sounds, 'life-path.vi.wav'), en: join(sounds, 'life-path.en.wav') };

/** The same followed by so much silence, written to a file, for a microphone that pauses before it says it again. */
export function withPauses(recording, file, seconds) {
  const wav = readFileSync(recording);
  const data = wav.indexOf('data') + 8;
  const silence = Buffer.alloc(wav.readUInt32LE(28) * seconds);
  const longer = Buffer.concat([wav.subarray(0, data), wav.subarray(data, data + wav.readUInt32LE(data - 4)), silence]);
  longer.writeUInt32LE(longer.length - data, data - 4);
  longer.writeUInt32LE(longer.length - 8, 4);
  writeFileSync(file, longer);
  return file;
}
