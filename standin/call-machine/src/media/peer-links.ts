import type { Participant, PeerSignal } from '../signalling/protocol.ts';
import { createPeerLink, type PeerLink } from './peer-link.ts';

/** The media paths to everybody else, and what daily-js is told of them: one connection to "the SFU", up or interrupted. */
export interface PeerLinks {
  connect(participant: Participant, offers: boolean): void;
  disconnect(sessionId: string): void;
  receive(from: string, signal: PeerSignal): void;
  setTrack(track: MediaStreamTrack | null): void;
  remoteTrack(sessionId: string): MediaStreamTrack | null;
  isBroken(sessionId: string): boolean;
  connections(): [sessionId: string, connection: RTCPeerConnection][];
  cut(forMs: number): void;
  close(): void;
}

export interface PeerLinksEvents {
  send(to: string, signal: PeerSignal): void;
  /** Something about how this participant can be heard is different now. */
  onHearingChanged(sessionId: string): void;
  onMedia(event: 'connected' | 'interrupted'): void;
}

interface Peer {
  link: PeerLink;
  track: MediaStreamTrack | null;
  sink: HTMLAudioElement | null;
}

export function createPeerLinks(events: PeerLinksEvents): PeerLinks {
  const peers = new Map<string, Peer>();
  let sent: MediaStreamTrack | null = null;
  let told: 'connected' | 'interrupted' = 'connected';

  const tell = () => {
    const now = [...peers.values()].some(({ link }) => link.isBroken) ? 'interrupted' : 'connected';
    if (now === told) return;
    told = now;
    events.onMedia(now);
  };
  const hear = (sessionId: string, track: MediaStreamTrack) => {
    const peer = peers.get(sessionId);
    if (!peer) return;
    peer.track = track;
    peer.sink = soundlessSink(track);
    // Muted until packets arrive: only then can it be played.
    for (const event of ['unmute', 'mute', 'ended']) track.addEventListener(event, () => peer.track === track && events.onHearingChanged(sessionId));
    events.onHearingChanged(sessionId);
  };
  const disconnect = (sessionId: string) => {
    const peer = peers.get(sessionId);
    peer?.link.close();
    if (peer?.sink) peer.sink.srcObject = null;
    peers.delete(sessionId);
    tell();
  };

  return {
    connect: ({ session_id: id, simulated }, offers) => {
      if (simulated || peers.has(id)) return;
      const link = createPeerLink(offers, sent, {
        send: (signal) => events.send(id, signal),
        onTrack: (track) => hear(id, track),
        onChange: () => {
          tell();
          events.onHearingChanged(id);
        },
      });
      peers.set(id, { link, track: null, sink: null });
    },
    disconnect,
    receive: (from, signal) => peers.get(from)?.link.receive(signal),
    setTrack: (track) => {
      if (track === sent) return;
      sent = track;
      for (const { link } of peers.values()) link.setTrack(track);
    },
    remoteTrack: (sessionId) => peers.get(sessionId)?.track ?? null,
    isBroken: (sessionId) => peers.get(sessionId)?.link.isBroken ?? false,
    connections: () => [...peers].flatMap(([id, { link }]): [string, RTCPeerConnection][] => (link.connection ? [[id, link.connection]] : [])),
    cut: (forMs) => {
      for (const { link } of peers.values()) link.cut(forMs);
    },
    close: () => {
      for (const id of [...peers.keys()]) disconnect(id);
    },
  };
}

/** Chromium decodes a remote track, and so measures and mixes it, only while some element takes it in. The app has its own to be heard. */
function soundlessSink(track: MediaStreamTrack): HTMLAudioElement | null {
  if (typeof Audio === 'undefined') return null;
  const sink = new Audio();
  sink.muted = true;
  sink.autoplay = true;
  sink.srcObject = new MediaStream([track]);
  return sink;
}
