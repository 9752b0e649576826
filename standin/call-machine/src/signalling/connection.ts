import { connectionError, type FatalError } from '../daily/fatal-errors.ts';
import { createBackoff } from './backoff.ts';
import { onNetworkChange } from './network-change.ts';
import type { FromPage, FromServer, Joined, OwnState, Snapshot } from './protocol.ts';
import { openSocket, type Socket } from './socket.ts';

export interface SignallingEvents {
  /** What the page says of itself, asked for on joining and again after each break. */
  ownState(): OwnState;
  onJoined(joined: Joined): void;
  onMessage(message: FromServer): void;
  onInterrupted(): void;
  onResumed(snapshot: Snapshot): void;
  /** The end: kept out, put out, or away for too long. */
  onFatal(error: FatalError): void;
}

export interface Signalling {
  send(message: FromPage): boolean;
  sendAudio(samples: ArrayBuffer): boolean;
  leave(): void;
}

/** How much longer than the server's grace a page tries: the server may have noticed the break later. */
const extraPatienceMs = 5000;
const answerMs = 10_000;

/** Joins a call and stays in it: a connection that breaks is made anew, within the grace, and the session taken up again. */
export function joinCall(url: string, request: { room: string; token?: string }, events: SignallingEvents): Signalling {
  const backoff = createBackoff({ firstMs: 250, longestMs: 1500 });
  let socket: Socket | null = null;
  let session: Joined | null = null;
  let brokenAt: number | null = null;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const attempt = () => {
    clearTimeout(timer);
    socket?.close();
    socket = openSocket(url, greeting(), { onMessage: receive, onClose: broken });
    timer = setTimeout(retryLater, answerMs);
  };
  const greeting = (): FromPage =>
    session
      ? { type: 'resume', session_id: session.session_id, resume_key: session.resume_key, ...events.ownState() }
      : { type: 'join', ...request, ...events.ownState() };

  const receive = (message: FromServer) => {
    switch (message.type) {
      case 'joined':
        clearTimeout(timer);
        session = message;
        return events.onJoined(message);
      case 'resumed':
        clearTimeout(timer);
        brokenAt = null;
        backoff.reset();
        return events.onResumed(message);
      case 'refused':
      case 'ejected':
        return fatal({ type: message.error_type, msg: message.message });
      case 'gone':
        return fatal(message.error_type === 'connection-error' ? connectionError('reconnect', url, message.message) : { type: message.error_type, msg: message.message });
      default:
        return events.onMessage(message);
    }
  };

  const broken = () => {
    clearTimeout(timer);
    if (over) return;
    if (!session) return fatal(connectionError('join', url, 'The signalling server cannot be reached.'));
    if (brokenAt === null) {
      brokenAt = Date.now();
      events.onInterrupted();
    }
    retryLater();
  };
  const retryLater = () => {
    clearTimeout(timer);
    if (over) return;
    if (!session) return fatal(connectionError('join', url, 'The signalling server does not answer.'));
    if (brokenAt !== null && Date.now() - brokenAt > session.grace_ms + extraPatienceMs) {
      return fatal(connectionError('reconnect', url, 'The connection was lost and could not be made anew in time.'));
    }
    timer = setTimeout(attemptWhenOnline, backoff.next());
  };
  // An attempt without a network would only fail, with an error in the console.
  const attemptWhenOnline = () => (network.isOnline() ? attempt() : retryLater());

  const network = onNetworkChange({
    onOffline: () => {
      socket?.close();
      if (session) broken();
    },
    onOnline: () => brokenAt !== null && attempt(),
  });
  const fatal = (error: FatalError) => {
    if (over) return;
    stop();
    events.onFatal(error);
  };
  const stop = () => {
    over = true;
    clearTimeout(timer);
    network.stop();
    socket?.close();
  };

  attempt();
  return {
    send: (message) => brokenAt === null && (socket?.send(message) ?? false),
    sendAudio: (samples) => brokenAt === null && (socket?.sendAudio(samples) ?? false),
    leave: () => {
      socket?.send({ type: 'leave' });
      stop();
    },
  };
}
