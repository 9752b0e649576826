/** How loud another participant sounds here: the level of what was played last, 0 to 1. */
export async function remoteLevel(connection: RTCPeerConnection): Promise<number> {
  const [receiver] = connection.getReceivers?.() ?? [];
  if (receiver?.getSynchronizationSources) return Math.max(0, ...receiver.getSynchronizationSources().map(({ audioLevel }) => audioLevel ?? 0));
  return statisticsLevel(connection, 'inbound-rtp');
}

/** How loud the microphone is that this connection sends. */
export const sentLevel = (connection: RTCPeerConnection) => statisticsLevel(connection, 'media-source');

async function statisticsLevel(connection: RTCPeerConnection, type: string): Promise<number> {
  let level = 0;
  (await connection.getStats()).forEach((entry: { type: string; audioLevel?: number }) => {
    if (entry.type === type) level = Math.max(level, entry.audioLevel ?? 0);
  });
  return level;
}
