import { connect } from 'node:net';
import { root } from '../checkout.mjs';
import { until } from '../waiting.mjs';

const startMs = 30_000;
const ping = '*1\r\n$4\r\nPING\r\n';

/** Garnet, a server that speaks Redis' protocol, kept small and in memory. */
export class RedisServer {
  #supervisor;
  #environment;
  #server;
  #expendable;

  constructor({ name, port, supervisor, environment, expendable }) {
    this.#supervisor = supervisor;
    this.#environment = environment;
    this.name = name;
    this.port = port;
    this.#expendable = expendable;
  }

  get url() {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start() {
    if (this.#server?.running) return;
    this.#server = await this.#supervisor.start({
      name: this.name,
      command: 'dotnet',
      args: ['tool', 'run', 'garnet-server', '--', '--port', String(this.port), '--bind', '127.0.0.1',
        '--memory', '64m', '--index', '8m', '--lua', '--lua-transaction-mode'],
      cwd: root,
      env: this.#environment,
      expendable: this.#expendable,
      ready: (_, signal) => until(() => pong(this.port), { what: 'Garnet did not answer', deadlineMs: startMs, signal }),
    });
  }

  async stop() {
    await this.#server?.stop();
  }
}

function pong(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(ping));
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (data) => settle(data.toString().startsWith('+PONG') || `it said ${data}`));
    socket.once('error', (error) => settle(error.message));
    socket.setTimeout(2000, () => settle('it accepted a connection and said nothing'));
  });
}
