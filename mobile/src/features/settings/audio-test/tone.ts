const rate = 16_000;
const notesHz = [523.25, 659.25, 783.99];
const noteSeconds = 0.35;

/** Three soft rising notes as a WAV file in a data address: the speaker test needs no file and no network. */
export function testTone(): string {
  const samples = notesHz.flatMap((hertz) => note(hertz));
  return `data:audio/wav;base64,${btoa(String.fromCharCode(...wav(samples)))}`;
}

function note(hertz: number): number[] {
  const length = Math.round(rate * noteSeconds);
  return Array.from({ length }, (_, index) => {
    const fade = Math.min(index / 400, (length - index) / 3000, 1);
    return Math.round(9000 * fade * Math.sin((2 * Math.PI * hertz * index) / rate));
  });
}

function wav(samples: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(44 + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const text = (at: number, words: string) => [...words].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples.length * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => view.setInt16(44 + index * 2, sample, true));
  return bytes;
}
