import { useDaily, useMeetingState, useNetwork } from '@daily-co/daily-react';
import type { NetworkQuality, ReportConnectionRequest } from '@numeroly/generated-client';
import { useEffect, useRef, useState } from 'react';
import { measuresOf, qualityOf } from './network-quality';

const LOOK_EVERY_MS = 5_000;

/**
 * How good the network is, from Daily's `useNetwork` and from what the sound suffers (criteria 38-40).
 *
 * @param report told on every change of topology or quality, for debugging on the server; must not throw.
 */
export function useNetworkQuality(report: (connection: ReportConnectionRequest) => void): NetworkQuality {
  const call = useDaily();
  const isJoined = useMeetingState() === 'joined-meeting';
  const { networkState, topology } = useNetwork();
  const [quality, setQuality] = useState<NetworkQuality>('unknown');
  const reported = useRef('');
  const latest = useRef({ networkState, topology, report });
  useEffect(() => {
    latest.current = { networkState, topology, report };
  });

  useEffect(() => {
    if (call === null || !isJoined) return undefined;
    let isCurrent = true;
    const look = async () => {
      const { stats } = await call.getNetworkStats();
      if (!isCurrent) return;
      const { networkState: state, topology: way, report: tell } = latest.current;
      const measures = measuresOf(stats);
      const found = qualityOf(state, measures);
      setQuality(found);
      if (reported.current === `${way} ${found}`) return;
      reported.current = `${way} ${found}`;
      tell({ topology: way, quality: found, bandwidth_kbps: measures.bandwidthKbps, loss_percent: measures.lossPercent });
    };
    // Statistics are missing for a moment while the call changes its ways; the next look finds them.
    const lookIfPossible = () => void look().catch(() => undefined);
    lookIfPossible();
    const timer = setInterval(lookIfPossible, LOOK_EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [call, isJoined, networkState, topology]);

  return isJoined ? quality : 'unknown';
}
