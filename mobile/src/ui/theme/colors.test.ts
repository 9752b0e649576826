import { type Colors, dark, light } from './colors';

/** Relative luminance and contrast after WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const words: readonly (keyof Colors)[] = ['ink', 'soft', 'amberText', 'jadeText', 'roseText'];
const grounds: readonly (keyof Colors)[] = ['ground', 'raised', 'card'];
const filled: readonly (readonly [keyof Colors, keyof Colors])[] = [['onAmber', 'amber'], ['onJade', 'jade'], ['onRose', 'rose']];

describe.each([['dark', dark], ['light', light]] as const)('the %s theme', (_, colors) => {
  it.each(words.flatMap((word) => grounds.map((ground) => [word, ground] as const)))('can be read: %s on %s', (word, ground) => {
    expect(contrast(colors[word], colors[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(filled)('can be read: %s on %s', (word, ground) => {
    expect(contrast(colors[word], colors[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)('shows on %s where something can be touched, and what is large or inactive', (ground) => {
    for (const color of ['edge', 'amber', 'faint'] as const) expect(contrast(colors[color], colors[ground])).toBeGreaterThanOrEqual(3);
  });
});
