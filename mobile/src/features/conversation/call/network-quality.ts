import type { DailyNetworkStats } from '@daily-co/daily-js';
import type { NetworkQuality } from '@numeroly/generated-client';

/** What is measured of the call's sound. */
export interface NetworkMeasures {
  /** Kilobits per second, both ways; null before anything was measured. */
  readonly bandwidthKbps: number | null;
  /** Lost packets, 0 to 100, of the worse way. */
  readonly lossPercent: number | null;
  /** There and back. */
  readonly roundTripMs: number | null;
}

/** From here on a listener notices, from the second bound on words get lost. Loss as G.113 puts Opus with concealment; delay as G.114. */
const noticeable = { lossPercent: 5, roundTripMs: 400 };
const harmful = { lossPercent: 15, roundTripMs: 800 };

const worseFirst: readonly NetworkQuality[] = ['bad', 'warning', 'good', 'unknown'];

/** Reads Daily's statistics. */
export function measuresOf(stats: DailyNetworkStats['stats']): NetworkMeasures {
  const latest = 'latest' in stats ? stats.latest : null;
  const bits = sum(latest?.sendBitsPerSecond, latest?.recvBitsPerSecond);
  const loss = worst(latest?.audioRecvPacketLoss ?? latest?.totalRecvPacketLoss, latest?.audioSendPacketLoss ?? latest?.totalSendPacketLoss);
  const roundTrip = finite(latest?.networkRoundTripTime);
  return {
    bandwidthKbps: bits === null ? null : Math.round(bits / 1000),
    lossPercent: loss === null ? null : Math.min(100, Math.round(loss * 1000) / 10),
    roundTripMs: roundTrip === null ? null : Math.round(roundTrip * 1000),
  };
}

/** Daily's own verdict concerns video first, so what the sound suffers counts too: the worse of both. */
export function qualityOf(daily: NetworkQuality, { lossPercent, roundTripMs }: NetworkMeasures): NetworkQuality {
  const isMeasured = lossPercent !== null || roundTripMs !== null;
  const heard = isBeyond(harmful) ? 'bad' : isBeyond(noticeable) ? 'warning' : isMeasured ? 'good' : 'unknown';
  return worseFirst.find((quality) => quality === daily || quality === heard) ?? 'unknown';

  function isBeyond(bound: typeof noticeable): boolean {
    return (lossPercent ?? 0) >= bound.lossPercent || (roundTripMs ?? 0) >= bound.roundTripMs;
  }
}

function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

function sum(a: number | null | undefined, b: number | null | undefined): number | null {
  const [x, y] = [finite(a), finite(b)];
  return x === null && y === null ? null : (x ?? 0) + (y ?? 0);
}

function worst(a: number | null | undefined, b: number | null | undefined): number | null {
  const [x, y] = [finite(a), finite(b)];
  return x === null && y === null ? null : Math.max(x ?? 0, y ?? 0);
}
