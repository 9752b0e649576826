import type { FromPage, ToPage } from './protocol.ts';

export interface Link {
  send(message: FromPage): void;
  sendHeard(samples: ArrayBuffer): void;
}

export interface LinkEvents {
  onMessage(message: ToPage): void;
  onSpeech(samples: Int16Array): void;
  onClosed(): void;
}

// A process that does not read any more must not fill this page's memory.
const mostUnsent = 1_000_000;

/** The connection to the process that opened this page. Its address carries the page's secret. */
export function openLink({ onMessage, onSpeech, onClosed }: LinkEvents): Link {
  const socket = new WebSocket(new URL('link', location.href.replace(/^http/, 'ws')));
  socket.binaryType = 'arraybuffer';
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => (typeof data === 'string' ? onMessage(JSON.parse(data) as ToPage) : onSpeech(new Int16Array(data)));
  socket.onclose = onClosed;
  const isOpen = () => socket.readyState === WebSocket.OPEN;
  return {
    send: (message) => {
      if (isOpen()) socket.send(JSON.stringify(message));
    },
    sendHeard: (samples) => {
      if (isOpen() && socket.bufferedAmount < mostUnsent) socket.send(samples);
    },
  };
}
