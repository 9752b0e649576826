/** A table for people and for RESULTS.md: the median of the runs with the smallest and the largest. */
export function report({ before, after, samples }) {
  const rows = Object.entries(samples).map(([what, times]) => `| ${what} | ${times.length} | ${figure(times)} |`);
  return [
    '## app',
    '',
    'The app in a real browser, through the whole stack, from a touch to what it leads to.',
    '',
    '- one whole conversation after the other, each beside its yardsticks; the first does not count',
    '- from the time of the touch to the first frame that shows the outcome; the stand-in answers at once',
    '- joined: the app says that it is in the call; microphone live: the app says that it listens, which is when its track plays',
    '- browser, API, PostgreSQL and stand-in share the cores',
    `- ${before.at.slice(0, 16).replace('T', ' ')} UTC, ${before.cores} cores, ${before.system}, Node ${before.node}, headless Chromium`,
    `- load average before ${before.load.toFixed(2)}, after ${after.load.toFixed(2)}`,
    `- write and fsync of 8 KB: median ${before.fsyncMs.toFixed(2)} ms`,
    ...(before.load > before.cores ? ['- The load was above the number of cores when this began: figures are of a busy machine.'] : []),
    '',
    '| | runs | ms: median (smallest – largest) |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function figure(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return `${round(median)} (${round(sorted[0])} – ${round(sorted.at(-1))})`;
}

function round(ms) {
  return ms < 10 ? ms.toFixed(1) : String(Math.round(ms));
}
