import { loudness } from './loudness';

describe('loudness', () => {
  it('is nothing for silence and full for a shout, and grows in between', () => {
    expect(loudness(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(loudness(-70)).toBe(0);
    expect(loudness(0)).toBe(1);
    expect(loudness(-30)).toBeGreaterThan(loudness(-40));
  });

  it('takes a broken measurement for silence', () => {
    expect(loudness(Number.NaN)).toBe(0);
  });
});
