import type { DailyCall } from '@daily-co/daily-js';

/** Tells when the first of the call's connections breaks, and when the last broken one is back. */
export function followConnection(call: DailyCall, onChange: (isLost: boolean) => void) {
  const broken = new Set<string>();
  call.on('network-connection', ({ type, event, session_id: peer, sfu_id: sfu }) => {
    const wasLost = broken.size > 0;
    const name = `${type} ${peer ?? sfu ?? ''}`;
    if (event === 'interrupted') broken.add(name);
    else broken.delete(name);
    // An SFU that is back may be another one.
    if (event === 'connected') for (const other of [...broken]) if (other.startsWith(`${type} `)) broken.delete(other);
    const isLost = broken.size > 0;
    if (isLost !== wasLost) onChange(isLost);
  });
}
