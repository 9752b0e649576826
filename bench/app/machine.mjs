import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { cpus, loadavg, release, type } from 'node:os';
import { join } from 'node:path';

/** Where and under what circumstances something is measured: without it a figure says nothing. */
export function surroundings(folder) {
  return { at: new Date().toISOString(), cores: cpus().length, system: `${type()} ${release()}`, node: process.version, load: loadavg()[0], fsyncMs: fsyncMs(folder) };
}

/** What a write of 8 KB and its fsync take on the disk, as the median of 200. */
function fsyncMs(folder) {
  const file = openSync(join(folder, 'fsync'), 'w');
  const page = Buffer.alloc(8192, 7);
  const times = Array.from({ length: 200 }, () => {
    const begun = performance.now();
    writeSync(file, page, 0, page.length, 0);
    fsyncSync(file);
    return performance.now() - begun;
  });
  closeSync(file);
  return times.sort((a, b) => a - b)[100];
}
