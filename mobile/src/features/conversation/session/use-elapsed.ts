import { useEffect, useState } from 'react';

/** Whole seconds since a time in epoch milliseconds, counted every second while it runs; 0 before. */
export function useElapsed(since: number | null, isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return since === null ? 0 : Math.max(0, Math.floor((now - since) / 1_000));
}
