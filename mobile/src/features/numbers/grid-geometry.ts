/** Phillips' grid from the top: the mind, the soul, the body. */
export const gridRows = [[3, 6, 9], [2, 5, 8], [1, 4, 7]] as const;

export const gridSide = 300;
const cell = gridSide / 3;
const overhang = 34;

/** The middle of a digit's cell. */
export function middleOf(digit: number): { readonly x: number; readonly y: number } {
  return { x: (Math.floor((digit - 1) / 3) + 0.5) * cell, y: (2 - ((digit - 1) % 3) + 0.5) * cell };
}

/** Where the arrow of three digits is drawn: from the first to the last, a little beyond both. */
export function arrowLine(line: readonly number[]): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } {
  const from = middleOf(line[0] ?? 1);
  const to = middleOf(line[line.length - 1] ?? 9);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [((to.x - from.x) / length) * overhang, ((to.y - from.y) / length) * overhang];
  return { x1: from.x - dx, y1: from.y - dy, x2: to.x + dx, y2: to.y + dy };
}
