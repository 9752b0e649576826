import { setTimeout as delay } from 'node:timers/promises';
import { program } from './binaries.mjs';
import { asPostgres, database, dataIn, ensureData, passwordIn, user } from './initialising.mjs';
import { stopLeftoverServer } from './leftover.mjs';

const attempts = 40;

/** How to ask for the end: clients are cut off and the data is written, or it stops as in a power cut. */
export const stopModes = {
  fast: [['SIGINT', 15_000], ['SIGQUIT', 3000], ['SIGKILL', 2000]],
  immediate: [['SIGQUIT', 5000], ['SIGKILL', 2000]],
};

/** One PostgreSQL server on 127.0.0.1, durable as PostgreSQL is by default. */
export class Cluster {
  #place;
  #supervisor;
  #server;
  #watching;

  /** @param {{ place: object, name: string, port: number, supervisor: object, expendable?: boolean, important?: RegExp }} cluster */
  constructor({ place, name, port, supervisor, expendable, important }) {
    this.#place = place;
    this.#supervisor = supervisor;
    this.#watching = { expendable, important };
    this.name = name;
    this.port = port;
  }

  get url() {
    return `postgres://${user}:${passwordIn(this.#place)}@127.0.0.1:${this.port}/${database}`;
  }

  async start() {
    if (this.#server?.running) return;
    await ensureData(this.#place, { name: this.name, supervisor: this.#supervisor });
    await stopLeftoverServer(dataIn(this.#place));
    this.#server = await this.#startServer();
  }

  async stop(mode = 'fast') {
    await this.#server?.stop(stopModes[mode]);
  }

  async #startServer() {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#supervisor.start({
          name: this.name,
          command: program(this.#place.binaries, 'postgres'),
          args: ['-D', dataIn(this.#place), ...settings(this.port)],
          ...asPostgres(this.#place),
          stopSignals: stopModes.fast,
          ...this.#watching,
          ready: (server) => server.line(/database system is ready to accept connections/),
        });
      } catch (error) {
        // Processes of a killed server notice that a moment later and only then let go of its memory.
        if (attempt === attempts || !/pre-existing shared memory block/.test(error.message)) throw error;
        await delay(250);
      }
    }
  }
}

function settings(port) {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    // A socket's path may be a hundred characters at most, and a checkout's may be longer.
    unix_socket_directories: '',
    // Suites that run side by side bring a pool of 60 for each of their nodes.
    max_connections: 500,
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
