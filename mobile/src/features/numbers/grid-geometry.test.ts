import { arrowLine, gridRows, gridSide, middleOf } from './grid-geometry';

describe('middleOf', () => {
  it('puts every digit into its cell of the grid', () => {
    gridRows.forEach((row, y) =>
      row.forEach((digit, x) => expect(middleOf(digit)).toEqual({ x: x * 100 + 50, y: y * 100 + 50 })));
  });
});

describe('arrowLine', () => {
  it.each([[[1, 2, 3]], [[4, 5, 6]], [[7, 8, 9]], [[1, 4, 7]], [[2, 5, 8]], [[3, 6, 9]], [[1, 5, 9]], [[3, 5, 7]]])('runs through all three of %j and stays in the grid', (line) => {
    const { x1, y1, x2, y2 } = arrowLine(line);
    line.map(middleOf).forEach(({ x, y }) => {
      const off = Math.abs((y2 - y1) * x - (x2 - x1) * y + x2 * y1 - y2 * x1);
      expect(off).toBeCloseTo(0, 6);
    });
    [x1, y1, x2, y2].forEach((value) => {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(gridSide);
    });
  });
});
