const deadlineMs = 40_000;
const pauseMs = 40;

/** Looks again and again until there is something, and returns it. Rejects after a while, saying what was waited for. */
export async function until(what, look, { withinMs = deadlineMs } = {}) {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((next) => setTimeout(next, pauseMs));
  }
}
