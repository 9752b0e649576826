import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { restoreDotnetTools } from '../installing/dotnet-sdk.mjs';
import { freeTestPort } from '../ports.mjs';
import { Cluster } from '../postgres/cluster.mjs';
import { placeWithin, postgresPlace } from '../postgres/place.mjs';
import { RedisServer } from '../services/redis.mjs';
import { postgresFolder } from '../temporary-session.mjs';

/** A PostgreSQL and a Redis-protocol server for tests, and as many more as tests ask for, to stop and to break. */
export class HarnessServices {
  #place;
  #tools;
  #ports = new Set();
  #extra = { postgres: new Map(), redis: new Map() };

  constructor({ folder, supervisor, environment }) {
    this.#place = postgresPlace(postgresFolder(folder));
    this.#tools = { supervisor, environment };
  }

  /** Starts the two that all tests share. */
  async start() {
    const [postgres, redis] = await Promise.all([
      this.#startServer('postgres', 'postgres', false),
      restoreDotnetTools(this.#tools).then(() => this.#startServer('redis', 'redis', false)),
    ]);
    this.addresses = { postgres: postgres.url, redis: redis.url };
  }

  /** Starts one more, for one test alone. @param {'postgres' | 'redis'} kind */
  async add(kind) {
    const id = `${kind}-${randomBytes(4).toString('hex')}`;
    const server = await this.#startServer(kind, id, true);
    this.#extra[kind].set(id, server);
    return { id, url: server.url };
  }

  /** One that a test asked for, or undefined. */
  find(kind, id) {
    return this.#extra[kind].get(id);
  }

  async remove(kind, id) {
    await this.find(kind, id).stop('immediate');
    this.#extra[kind].delete(id);
    if (kind === 'postgres') rmSync(join(this.#place.home, id), { recursive: true, force: true });
  }

  async #startServer(kind, name, expendable) {
    const common = { name, expendable, port: await freeTestPort(this.#ports), ...this.#tools };
    const server = kind === 'redis' ? new RedisServer(common) : new Cluster({ ...common, place: placeWithin(this.#place, name) });
    await server.start();
    return server;
  }
}
