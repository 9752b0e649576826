/** How long to wait before each next attempt: doubling up to a limit, spread so that pages do not come back in step. */
export function createBackoff({ firstMs, longestMs }: { firstMs: number; longestMs: number }) {
  let attempts = 0;
  return {
    next: () => Math.min(longestMs, firstMs * 2 ** attempts++) * (0.75 + Math.random() / 2),
    reset: () => {
      attempts = 0;
    },
  };
}
