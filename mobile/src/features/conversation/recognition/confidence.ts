/** A recogniser's confidence; null for the 0 or -1 with which they say that they do not know. */
export function confidenceOf(value: number | undefined): number | null {
  return value !== undefined && value > 0 ? Math.min(1, value) : null;
}
