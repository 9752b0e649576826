import { connect, createServer } from 'node:net';
import { PlainError } from './plain-error.mjs';

const host = '127.0.0.1';

/** Whether a server of ours could listen there. A listener on all addresses counts as taking it too. */
export async function isFree(port) {
  return (await canListen(port)) && !(await answers(port));
}

/** The wanted port, or the next free one above it that nobody in `reserved` was promised. */
export async function freePort(wanted, reserved = new Set()) {
  for (let port = wanted; port < Math.min(wanted + 200, 65536); port++) {
    if (reserved.has(port)) continue;
    // Before it is tried, for others choose at the same time.
    reserved.add(port);
    if (await isFree(port)) return port;
  }
  throw new PlainError(`No free port from ${wanted} to ${wanted + 199}: name another one.`);
}

/**
 * A free port below the range systems hand out to outgoing connections: a server that is stopped and
 * started again must find its port free, although clients kept knocking at it meanwhile.
 */
export function freeTestPort(reserved) {
  return freePort(20000 + Math.floor(Math.random() * 12000), reserved);
}

function canListen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (taken) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.setTimeout(500, () => settle(false));
  });
}
