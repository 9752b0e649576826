import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process began, as a text that only this process has among all that ever carry its number;
 * undefined once it has ended, also while nobody has collected it.
 */
export function startOf(pid) {
  if (process.platform === 'linux') return startInProc(pid);
  if (process.platform === 'win32') return ask('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]);
  const [state, ...start] = (ask('ps', ['-o', 'stat=,lstart=', '-p', pid]) ?? 'Z').split(/\s+/);
  return state.startsWith('Z') ? undefined : start.join(' ');
}

/** The command line of a process, or undefined. */
export function commandOf(pid) {
  if (process.platform === 'linux') return readProc(pid, 'cmdline')?.replaceAll('\0', ' ');
  if (process.platform === 'win32') return ask('powershell', ['-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`]);
  return ask('ps', ['-o', 'command=', '-p', pid]);
}

/** The process that started another one, or took it over from that; undefined where that cannot be told. */
export function parentOf(pid) {
  if (process.platform === 'win32') return undefined;
  return Number(process.platform === 'linux' ? statOf(pid)?.[1] : ask('ps', ['-o', 'ppid=', '-p', pid])) || undefined;
}

function startInProc(pid) {
  const stat = statOf(pid);
  return !stat || stat[0] === 'Z' || stat[0] === 'X' ? undefined : stat[19];
}

/** The fields of /proc/<pid>/stat from the state on. The name before them may hold anything, so count from its closing bracket. */
function statOf(pid) {
  const stat = readProc(pid, 'stat');
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

function ask(program, args) {
  try {
    return execFileSync(program, args.map(String), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
  } catch {
    return undefined;
  }
}
