/**
 * The part of the call machine's state that daily-js reads directly, because tracks cannot be posted: the local stream,
 * and for each remote track an entry that names its participant.
 */
export interface TrackStore {
  getState(): unknown;
  setLocalTrack(track: MediaStreamTrack | null): void;
  setRemoteTrack(sessionId: string, track: MediaStreamTrack | null): void;
  clear(): void;
}

interface RemoteEntry {
  participantId: string;
  type: 'cam';
  pendingTrack: MediaStreamTrack;
  starttime: string;
}

export function createTrackStore(): TrackStore {
  let localStream: MediaStream | null = null;
  let streams: Record<string, RemoteEntry> = {};
  return {
    getState: () => ({
      local: { public: { subscribedTracks: { ALL: true }, customTracks: {} }, streams: { cam: { stream: localStream } } },
      participants: {},
      streams,
    }),
    setLocalTrack: (track) => {
      localStream = track ? new MediaStream([track]) : null;
    },
    setRemoteTrack: (sessionId, track) => {
      const { [sessionId]: _, ...others } = streams;
      streams = track
        ? { ...others, [sessionId]: { participantId: sessionId, type: 'cam', pendingTrack: track, starttime: new Date().toISOString() } }
        : others;
    },
    clear: () => {
      localStream = null;
      streams = {};
    },
  };
}
