/** What all connections together have sent and received so far, and how it went lately. */
interface Totals {
  at: number;
  bytesSent: number;
  bytesReceived: number;
  packetsLost: number;
  packetsReceived: number;
  sendLoss: number;
  sendJitter: number;
  receiveJitter: number;
  roundTripSeconds: number | null;
  availableOutgoing: number | null;
}

type Entry = Record<string, number | string | boolean | undefined> & { type: string };

const number = (value: Entry[string]) => (typeof value === 'number' ? value : 0);

async function totals(connections: RTCPeerConnection[]): Promise<Totals> {
  const sum: Totals = {
    at: Date.now(), bytesSent: 0, bytesReceived: 0, packetsLost: 0, packetsReceived: 0,
    sendLoss: 0, sendJitter: 0, receiveJitter: 0, roundTripSeconds: null, availableOutgoing: null,
  };
  for (const connection of connections) {
    (await connection.getStats()).forEach((entry: Entry) => add(sum, entry));
  }
  return sum;
}

function add(sum: Totals, entry: Entry) {
  switch (entry.type) {
    case 'outbound-rtp':
      sum.bytesSent += number(entry.bytesSent);
      break;
    case 'inbound-rtp':
      sum.bytesReceived += number(entry.bytesReceived);
      sum.packetsReceived += number(entry.packetsReceived);
      sum.packetsLost += Math.max(0, number(entry.packetsLost));
      sum.receiveJitter = Math.max(sum.receiveJitter, number(entry.jitter));
      break;
    case 'remote-inbound-rtp':
      sum.sendLoss = Math.max(sum.sendLoss, number(entry.fractionLost));
      sum.sendJitter = Math.max(sum.sendJitter, number(entry.jitter));
      break;
    case 'candidate-pair':
      if (!entry.nominated) break;
      if (typeof entry.currentRoundTripTime === 'number') sum.roundTripSeconds = Math.max(sum.roundTripSeconds ?? 0, entry.currentRoundTripTime);
      if (typeof entry.availableOutgoingBitrate === 'number') sum.availableOutgoing = entry.availableOutgoingBitrate;
      break;
  }
}

/** Network statistics in the shape of daily-js: rates and losses since the last look, and the worst so far. */
export function createStatistics(connections: () => RTCPeerConnection[]) {
  let last: Totals | null = null;
  let latest = describe(null, null);
  const worst = { audioRecvPacketLoss: 0, audioSendPacketLoss: 0, audioRecvJitter: 0, audioSendJitter: 0 };

  return {
    /** Looks anew. */
    refresh: async () => {
      const now = await totals(connections());
      latest = describe(last, now);
      last = now;
      for (const key of Object.keys(worst) as (keyof typeof worst)[]) worst[key] = Math.max(worst[key], latest[key] ?? 0);
      return latest;
    },
    report: () => ({
      latest,
      worstVideoRecvPacketLoss: 0,
      worstVideoSendPacketLoss: 0,
      worstVideoRecvJitter: 0,
      worstVideoSendJitter: 0,
      worstAudioRecvPacketLoss: worst.audioRecvPacketLoss,
      worstAudioSendPacketLoss: worst.audioSendPacketLoss,
      worstAudioRecvJitter: worst.audioRecvJitter,
      worstAudioSendJitter: worst.audioSendJitter,
      averageNetworkRoundTripTime: latest.networkRoundTripTime ?? 0,
    }),
  };
}

function describe(before: Totals | null, now: Totals | null) {
  const seconds = before && now ? (now.at - before.at) / 1000 : 0;
  const bitsPerSecond = (bytes: (sum: Totals) => number) => (before && now && seconds > 0 ? Math.max(0, ((bytes(now) - bytes(before)) * 8) / seconds) : null);
  const received = before && now ? Math.max(0, now.packetsReceived - before.packetsReceived) : 0;
  const lost = before && now ? Math.max(0, now.packetsLost - before.packetsLost) : 0;
  const receiveLoss = now ? (received + lost > 0 ? lost / (received + lost) : 0) : null;
  const receive = bitsPerSecond((sum) => sum.bytesReceived);
  const send = bitsPerSecond((sum) => sum.bytesSent);
  return {
    timestamp: now?.at ?? Date.now(),
    recvBitsPerSecond: receive,
    sendBitsPerSecond: send,
    audioRecvBitsPerSecond: receive,
    audioSendBitsPerSecond: send,
    videoRecvBitsPerSecond: null,
    videoSendBitsPerSecond: null,
    availableOutgoingBitrate: now?.availableOutgoing ?? null,
    networkRoundTripTime: now?.roundTripSeconds ?? null,
    totalRecvPacketLoss: receiveLoss,
    totalSendPacketLoss: now?.sendLoss ?? null,
    audioRecvPacketLoss: receiveLoss,
    audioSendPacketLoss: now?.sendLoss ?? null,
    videoRecvPacketLoss: null,
    videoSendPacketLoss: null,
    audioRecvJitter: now?.receiveJitter ?? null,
    audioSendJitter: now?.sendJitter ?? null,
    videoRecvJitter: null,
    videoSendJitter: null,
  };
}

export type LatestStatistics = ReturnType<typeof describe>;
