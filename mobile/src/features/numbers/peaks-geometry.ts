import { type PeakView } from '@numeroly/generated-client';

/** Completed years of life on a day. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export interface PlottedPeaks {
  readonly points: readonly { readonly index: number; readonly display: string; readonly x: number; readonly y: number }[];
  /** Where today is along the ground, and how high the ground lies. */
  readonly today: number;
  readonly ground: number;
  readonly path: string;
}

/** Peaks side by side at equal distances, as a range of mountains that rises to the third and stays high. */
export function plotPeaks(peaks: readonly PeakView[], age: number, width: number, height: number): PlottedPeaks {
  const ground = height - 14;
  const step = width / Math.max(peaks.length, 1);
  const heights = [0.5, 0.66, 0.82, 0.7];
  const points = peaks.map(({ index, display }, place) => ({ index, display, x: (place + 0.5) * step, y: ground - (heights[place] ?? 0.7) * (ground - 30) }));
  const valleys = points.map(({ x, y }, place) => {
    const next = points[place + 1];
    return next ? `L${x} ${y} L${(x + next.x) / 2} ${ground - 0.28 * (ground - 30)}` : `L${x} ${y}`;
  });
  return { points, ground, today: placeOf(age, peaks, points.map(({ x }) => x), width), path: `M0 ${ground} ${valleys.join(' ')} L${width} ${ground} Z` };
}

// Between two peaks in proportion to the years; before the first one from birth, after the last one in its nine years.
function placeOf(age: number, peaks: readonly PeakView[], xs: readonly number[], width: number): number {
  const marks = [{ age: 0, x: 0 }, ...peaks.map((peak, place) => ({ age: peak.age, x: xs[place] ?? 0 })).filter(({ age: at }) => at > 0)];
  const last = marks[marks.length - 1] ?? { age: 0, x: 0 };
  const all = [...marks, { age: last.age + 9, x: width }];
  const after = all.findIndex((mark) => mark.age > age);
  const to = all[after === -1 ? all.length - 1 : after];
  const from = all[(after === -1 ? all.length - 1 : after) - 1];
  if (!from || !to) return 0;
  return from.x + (to.x - from.x) * Math.min((age - from.age) / (to.age - from.age), 1);
}
