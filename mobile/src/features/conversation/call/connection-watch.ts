import type { DailyCall, DailyEventObjectNetworkConnectionEvent } from '@daily-co/daily-js';
import type { CallAction } from '../state/actions';

/**
 * Tells when Daily loses and regains its connections, which it repairs by itself for about 20 s. Signalling and media
 * are counted apart: either may be lost alone, and only with both is the call whole.
 *
 * @returns stops watching.
 */
export function connectionWatch(call: DailyCall, tell: (action: CallAction) => void): () => void {
  const lost = new Set<string>();

  function take({ type, event }: DailyEventObjectNetworkConnectionEvent): void {
    if (event === 'interrupted') {
      // Before joining, every connection counts as interrupted.
      if (call.meetingState() !== 'joined-meeting' || lost.has(type)) return;
      lost.add(type);
      if (lost.size === 1) tell({ type: 'network-interrupted', attempt: 1 });
    } else if (event === 'connected' && lost.delete(type) && lost.size === 0) {
      tell({ type: 'network-restored' });
    }
  }

  const forget = () => lost.clear();
  call.on('network-connection', take);
  call.on('joining-meeting', forget);
  return () => {
    call.off('network-connection', take);
    call.off('joining-meeting', forget);
  };
}
