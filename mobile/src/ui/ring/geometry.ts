/** The ring is drawn in a field from -150 to 150 with the circle's radius at 100. */
export const field = 150;
export const radius = 100;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Digit = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

export const digits: readonly Digit[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Where a digit stands: 1 at the top, the others clockwise. */
export function pointOf(digit: Digit, distance: number = radius): Point {
  const angle = ((digit - 1) / digits.length) * 2 * Math.PI - Math.PI / 2;
  return { x: rounded(distance * Math.cos(angle)), y: rounded(distance * Math.sin(angle)) };
}

/** The digit at which a number lights up: the root of 11 or 22/4. Undefined for 0, which has no place. */
export function digitOf(value: number): Digit | undefined {
  const root = value > 0 && Number.isInteger(value) ? ((value - 1) % 9) + 1 : 0;
  return digits.find((digit) => digit === root);
}

/** The digits of some numbers, each once, in the order in which the ring joins them. */
export function litDigits(values: readonly number[]): readonly Digit[] {
  const roots = new Set(values.map(digitOf));
  return digits.filter((digit) => roots.has(digit));
}

export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** The lines that join lit digits to a figure: none for one, one for two, and closed for more. */
export function linesBetween(lit: readonly Digit[]): readonly Line[] {
  const corners = lit.map((digit) => pointOf(digit));
  const sides = corners.length > 2 ? corners.length : corners.length - 1;
  return corners.slice(0, Math.max(sides, 0)).flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length];
    return to ? [{ from, to }] : [];
  });
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
