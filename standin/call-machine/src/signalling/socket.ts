import type { FromPage, FromServer } from './protocol.ts';

/** One WebSocket to the stand-in, from its opening to its end, whichever side ends it. */
export interface Socket {
  /** False when it cannot be sent now; nothing is kept for later. */
  send(message: FromPage): boolean;
  sendAudio(samples: ArrayBuffer): boolean;
  close(): void;
}

export interface SocketEvents {
  onMessage(message: FromServer): void;
  /** Once, unless it was closed from here. */
  onClose(): void;
}

const pingEveryMs = 2000;
const silenceMs = 7000;

/**
 * Opens one and sends the first message. A connection that carries nothing for a while counts as closed: after a break
 * the browser may take minutes to say so.
 */
export function openSocket(url: string, first: FromPage, { onMessage, onClose }: SocketEvents): Socket {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  let waitingSince: number | null = null;
  let over = false;

  const send = (data: string | ArrayBuffer) => {
    if (over || socket.readyState !== WebSocket.OPEN) return false;
    socket.send(data);
    return true;
  };
  const pulse = setInterval(() => {
    // Counted from the ping, not from the last answer: in a hidden tab this may run once a minute.
    if (waitingSince !== null && Date.now() - waitingSince > silenceMs) return end();
    if (send(JSON.stringify({ type: 'ping' } satisfies FromPage))) waitingSince ??= Date.now();
  }, pingEveryMs);
  const close = () => {
    over = true;
    clearInterval(pulse);
    socket.close();
  };
  const end = () => {
    if (over) return;
    close();
    onClose();
  };

  socket.onopen = () => send(JSON.stringify(first));
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    waitingSince = null;
    if (!over) onMessage(JSON.parse(data) as FromServer);
  };
  socket.onerror = end;
  socket.onclose = end;
  return { send: (message) => send(JSON.stringify(message)), sendAudio: send, close };
}
