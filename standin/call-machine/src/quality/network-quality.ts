import type { Post } from '../daily/channel.ts';
import type { NetworkQuality } from '../signalling/protocol.ts';
import { createStatistics, type LatestStatistics } from './statistics.ts';

const everyMs = 2000;

// Where speech begins to suffer, and where it breaks up. Daily does not publish its own limits.
const limits = {
  warning: { loss: 0.03, roundTripSeconds: 0.3 },
  bad: { loss: 0.1, roundTripSeconds: 0.6 },
};

// The deprecated pair of fields that daily-react still hands on.
const asThreshold = {
  unknown: { threshold: 'good', quality: 100 },
  good: { threshold: 'good', quality: 100 },
  warning: { threshold: 'low', quality: 60 },
  bad: { threshold: 'very-low', quality: 20 },
};

/** Judges the network by the statistics, or as the control surface says, and tells daily-js. */
export function createNetworkQuality(post: Post, connections: () => RTCPeerConnection[]) {
  const statistics = createStatistics(connections);
  let imposed: NetworkQuality | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const look = async () => {
    const latest = await statistics.refresh();
    if (timer) tell(imposed ?? judge(latest));
  };
  const tell = (quality: NetworkQuality) =>
    post({ action: 'network-quality-change', state: { state: quality.state, reasons: quality.reasons }, ...asThreshold[quality.state], stats: statistics.report() });

  return {
    start: () => {
      clearInterval(timer);
      timer = setInterval(() => void look(), everyMs);
      void look();
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
      imposed = null;
    },
    /** From the control surface; null goes back to what is measured. */
    impose: (quality: NetworkQuality | null) => {
      imposed = quality;
      void look();
    },
    report: async () => {
      await statistics.refresh();
      return statistics.report();
    },
  };
}

function judge({ totalRecvPacketLoss, totalSendPacketLoss, networkRoundTripTime }: LatestStatistics): NetworkQuality {
  for (const state of ['bad', 'warning'] as const) {
    const { loss, roundTripSeconds } = limits[state];
    const reasons = [
      ...((totalRecvPacketLoss ?? 0) > loss ? ['recvPacketLoss'] : []),
      ...((totalSendPacketLoss ?? 0) > loss ? ['sendPacketLoss'] : []),
      ...((networkRoundTripTime ?? 0) > roundTripSeconds ? ['roundTripTime'] : []),
    ];
    if (reasons.length) return { state, reasons };
  }
  return { state: 'good', reasons: [] };
}
