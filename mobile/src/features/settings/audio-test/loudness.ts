const silenceDb = -55;
const loudDb = -12;

/** How full the ring is, 0 to 1, for a sound of so many decibels below the loudest there is. */
export function loudness(decibels: number): number {
  if (Number.isNaN(decibels)) return 0;
  return Math.min(Math.max((decibels - silenceDb) / (loudDb - silenceDb), 0), 1);
}
