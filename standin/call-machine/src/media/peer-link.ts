import { createBackoff } from '../signalling/backoff.ts';
import type { PeerSignal } from '../signalling/protocol.ts';
import { createCandidateQueue } from './candidate-queue.ts';

/** The media path to one other participant, kept up: an attempt that fails, or a path that breaks, is followed by another. */
export interface PeerLink {
  readonly isBroken: boolean;
  readonly connection: RTCPeerConnection | null;
  receive(signal: PeerSignal): void;
  /** Sends this track from now on, or nothing. */
  setTrack(track: MediaStreamTrack | null): void;
  /** A fault on request: the path is gone, and nothing gets through for this long. Zero ends it. */
  cut(forMs: number): void;
  close(): void;
}

export interface PeerLinkEvents {
  send(signal: PeerSignal): void;
  onTrack(track: MediaStreamTrack): void;
  /** Connected, broken, or connected again. */
  onChange(): void;
}

const attemptMs = 8000;
// A path that does not answer may recover by itself within this.
const disconnectedMs = 2500;

/** @param offers whether this side makes the offers: of two, the one who joined later */
export function createPeerLink(offers: boolean, track: MediaStreamTrack | null, events: PeerLinkEvents): PeerLink {
  const backoff = createBackoff({ firstMs: 300, longestMs: 4000 });
  let round = 0;
  let current: RTCPeerConnection | null = null;
  let sender: RTCRtpSender | null = null;
  let candidates = createCandidateQueue();
  let sent = track;
  let isBroken = false;
  let cutUntil = 0;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const setBroken = (broken: boolean) => {
    isBroken = broken;
    events.onChange();
  };
  const recoverIn = (ms: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(recover, ms);
  };
  const recover = () => {
    const remaining = cutUntil - Date.now();
    if (remaining > 0) return recoverIn(remaining);
    recoverIn(attemptMs + backoff.next());
    if (offers) void negotiate(offer);
    else events.send({ round, again: true });
  };
  const onState = (connection: RTCPeerConnection) => {
    if (connection !== current) return;
    switch (connection.connectionState) {
      case 'connected':
        clearTimeout(timer);
        backoff.reset();
        return setBroken(false);
      case 'disconnected':
        setBroken(true);
        return recoverIn(disconnectedMs);
      case 'failed':
        setBroken(true);
        return recoverIn(backoff.next());
      default:
        return undefined;
    }
  };

  const begin = (number: number) => {
    current?.close();
    round = number;
    candidates = createCandidateQueue();
    const connection = new RTCPeerConnection({ iceServers: [] });
    current = connection;
    connection.onicecandidate = ({ candidate }) => connection === current && events.send({ round: number, candidate: candidate?.toJSON() ?? null });
    connection.ontrack = ({ track: remote }) => connection === current && events.onTrack(remote);
    connection.onconnectionstatechange = () => onState(connection);
    return connection;
  };
  const describe = async (connection: RTCPeerConnection, description: RTCSessionDescriptionInit) => {
    await connection.setLocalDescription(description);
    if (connection === current && description.sdp) events.send({ round, description: { type: description.type, sdp: description.sdp } });
  };
  // What fails because its connection was closed meanwhile is over; what fails on the current one is tried anew.
  const negotiate = async (step: () => Promise<void>) => {
    try {
      await step();
    } catch {
      if (current && current.signalingState !== 'closed') recoverIn(backoff.next());
    }
  };
  const offer = async () => {
    const connection = begin(round + 1);
    sender = connection.addTransceiver('audio', { direction: 'sendrecv' }).sender;
    await sender.replaceTrack(sent);
    await describe(connection, await connection.createOffer());
  };
  const answer = async (number: number, description: RTCSessionDescriptionInit) => {
    recoverIn(attemptMs);
    const connection = begin(number);
    await connection.setRemoteDescription(description);
    const [transceiver] = connection.getTransceivers();
    if (!transceiver || connection !== current) return;
    transceiver.direction = 'sendrecv';
    sender = transceiver.sender;
    await sender.replaceTrack(sent);
    await describe(connection, await connection.createAnswer());
    await candidates.release(connection);
  };

  const take = async ({ round: number, description, candidate }: PeerSignal) => {
    if (description?.type === 'offer' && number > round) return answer(number, description);
    if (number !== round || !current) return;
    if (description) {
      await current.setRemoteDescription(description);
      await candidates.release(current);
    } else if (candidate) await candidates.add(current, candidate);
  };

  recoverIn(offers ? 0 : attemptMs);
  return {
    get isBroken() {
      return isBroken;
    },
    get connection() {
      return current;
    },
    receive: (signal) => {
      if (closed || Date.now() < cutUntil) return;
      if (signal.again) return recoverIn(0);
      void negotiate(() => take(signal));
    },
    setTrack: (next) => {
      sent = next;
      void sender?.replaceTrack(next);
    },
    cut: (forMs) => {
      cutUntil = Date.now() + forMs;
      if (forMs === 0) return isBroken ? recoverIn(0) : undefined;
      current?.close();
      current = null;
      setBroken(true);
      recoverIn(forMs);
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      current?.close();
      current = null;
    },
  };
}
