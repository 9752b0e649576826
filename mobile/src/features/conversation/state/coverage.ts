/**
 * Which versions of the conversation are known here, as disjoint ranges in ascending order. Versions begin at 1.
 * Joining ranges is a union, so the order in which they are learned does not matter.
 */
export type Coverage = readonly Range[];

/** The versions `from` to `to`, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The coverage with one more range; an empty range (`to` before `from`) changes nothing. */
export function cover(coverage: Coverage, range: Range): Coverage {
  if (range.to < range.from || coverage.some((known) => known.from <= range.from && range.to <= known.to)) return coverage;
  const touching = coverage.filter((known) => known.from <= range.to + 1 && range.from <= known.to + 1);
  const joined: Range = {
    from: Math.min(range.from, ...touching.map((known) => known.from)),
    to: Math.max(range.to, ...touching.map((known) => known.to)),
  };
  return [...coverage.filter((known) => !touching.includes(known)), joined].sort((a, b) => a.from - b.from);
}

/** The version up to which nothing is missing; 0 when not even the first is known. */
export function completeUpTo(coverage: Coverage): number {
  const first = coverage[0];
  return first !== undefined && first.from <= 1 ? first.to : 0;
}

/** The highest version known, with or without gaps below it. */
export function reaches(coverage: Coverage): number {
  return coverage.at(-1)?.to ?? 0;
}
