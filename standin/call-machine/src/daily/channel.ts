import { nativeEmitters } from './globals.ts';

/** What daily-js asks for. Requests with a stamp wait for an answer with the same stamp, for ever. */
export interface Request {
  action: string;
  callbackStamp?: string;
  [field: string]: unknown;
}

export type Post = (event: { action: string; [field: string]: unknown }) => void;

export interface Channel {
  post: Post;
  answer(request: Request, body: object): void;
  close(): void;
}

interface Envelope extends Request {
  what?: string;
  from?: string;
  callClientId?: string;
}

const mark = 'iframe-call-message';

/** The way between one call object of daily-js and its call machine, on a page or in React Native. */
export function openChannel(callClientId: string, receive: (request: Request) => void): Channel {
  const transport = nativeTransport() ?? windowTransport();
  const stop = transport.listen((message) => {
    if (message.callClientId === callClientId && message.action && message.from !== 'embedded') receive(message);
  });
  const send = (message: Request) => transport.send({ ...message, what: mark, from: 'embedded', callClientId });
  return {
    post: send,
    answer: ({ callbackStamp }, body) => {
      if (callbackStamp) send({ ...body, action: 'callback', callbackStamp });
    },
    close: stop,
  };
}

interface Transport {
  listen(receive: (message: Envelope) => void): () => void;
  send(message: Envelope): void;
}

function nativeTransport(): Transport | undefined {
  const emitters = nativeEmitters();
  return (
    emitters && {
      listen: (receive) => {
        const listener = (message: unknown) => receive(message as Envelope);
        emitters.fromDaily.addListener('message', listener);
        return () => emitters.fromDaily.removeListener('message', listener);
      },
      // Later, as a posted message would be: daily-js does not expect an event inside its own call.
      send: (message) => setTimeout(() => emitters.toDaily.emit('message', message), 0),
    }
  );
}

function windowTransport(): Transport {
  return {
    listen: (receive) => {
      const listener = ({ data }: MessageEvent<Envelope | undefined>) => {
        if (data?.what === mark && data.from === 'module') receive(data);
      };
      window.addEventListener('message', listener);
      return () => window.removeEventListener('message', listener);
    },
    send: (message) => window.postMessage(message, window.location.protocol === 'file:' ? '*' : window.location.origin),
  };
}
