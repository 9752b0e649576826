import { basename } from 'node:path';
import { commandOf, parentOf } from './identity.mjs';

const secondThoughtMs = 1000;

/**
 * Calls `stop` at Ctrl-C, at a request to end, when the terminal closes, or when the npm that started this is gone,
 * and `stopNow` when the person asks again.
 */
export function onInterruption({ stop, stopNow }) {
  let first;
  const ask = (reason) => {
    // npm passes on the Ctrl-C that the terminal sent to us as well, so the second one comes at once.
    if (first && Date.now() - first > secondThoughtMs) return stopNow();
    if (first) return;
    first = Date.now();
    stop(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ask(signal));
  if (process.env.npm_lifecycle_event) watchNpm(() => ask('npm ended'));
}

/** npm runs us by way of a shell on many systems, which passes nothing on when either of them is ended. */
function watchNpm(gone) {
  const byShell = process.platform === 'linux' && commandOf(process.ppid)?.includes(basename(process.argv[1]));
  const ancestors = () => `${process.ppid} ${byShell && parentOf(process.ppid)}`;
  const atFirst = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === atFirst) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}
