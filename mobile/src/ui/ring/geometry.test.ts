import { digitOf, digits, linesBetween, litDigits, pointOf } from './geometry';

describe('digitOf', () => {
  it('gives every number the place of its root', () => {
    expect([1, 9, 10, 11, 22, 33].map(digitOf)).toEqual([1, 9, 1, 2, 4, 6]);
  });

  it('gives 0, negative and broken numbers no place', () => {
    expect([0, -4, 2.5, Number.NaN].map(digitOf)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('pointOf', () => {
  it('puts 1 at the top', () => {
    expect(pointOf(1)).toEqual({ x: 0, y: -100 });
  });

  it('puts all nine on the circle, 40 degrees apart, clockwise', () => {
    const angles = digits.map((digit) => Math.atan2(pointOf(digit).y, pointOf(digit).x));
    digits.forEach((digit) => expect(Math.hypot(pointOf(digit).x, pointOf(digit).y)).toBeCloseTo(100, 1));
    const steps = angles.slice(1).map((angle, index) => (angle - (angles[index] ?? 0) + 2 * Math.PI) % (2 * Math.PI));
    steps.forEach((step) => expect(step).toBeCloseTo((40 / 180) * Math.PI, 2));
  });
});

describe('litDigits', () => {
  it('lights each digit once, in the order of the ring', () => {
    expect(litDigits([22, 5, 9, 1, 4])).toEqual([1, 4, 5, 9]);
  });
});

describe('linesBetween', () => {
  it.each([[[], 0], [[4], 0], [[1, 4], 1], [[1, 4, 5], 3], [[1, 4, 5, 9], 4]] as const)('joins %j by %i lines', (lit, lines) => {
    expect(linesBetween(lit)).toHaveLength(lines);
  });

  it('ends each line where the next begins, back to the first', () => {
    const lines = linesBetween([1, 4, 5, 9]);
    lines.forEach((line, index) => expect(line.to).toEqual(lines[(index + 1) % lines.length]?.from));
  });
});
