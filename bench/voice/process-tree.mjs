import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** What a process and all that it started take: processor time so far, in seconds, and memory, in MB (what is shared counted in parts). */
export function taken(pid) {
  const all = tree(pid);
  return { cpu: all.reduce((sum, one) => sum + cpuSeconds(one), 0), memory: all.reduce((sum, one) => sum + megabytes(one), 0) };
}

function tree(root) {
  const children = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = Number(stat(pid)?.[1]);
    if (parent) children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
  }
  const found = [root];
  for (const one of found) found.push(...(children.get(one) ?? []));
  return found;
}

const cpuSeconds = (pid) => {
  const fields = stat(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) / ticksPerSecond : 0;
};

const megabytes = (pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0) / 1024;

// After the name, which may hold anything.
const stat = (pid) => read(`/proc/${pid}/stat`)?.split(') ').at(-1).split(' ');

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // It ended meanwhile.
    if (['ENOENT', 'ESRCH'].includes(error.code)) return undefined;
    throw error;
  }
}
