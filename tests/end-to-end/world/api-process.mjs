import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freeTestPort } from '../../../scripts/lib/ports.mjs';
import { until } from '../../call-flow/world/until.mjs';
import { root } from './root.mjs';

export const apiProgram = join(root, 'src/Numeroly.Api/bin/Release/net10.0/Numeroly.Api.dll');

/** The API as a process of its own, which a test may kill and start again at the same address. */
export class ApiProcess {
  #child;
  #environment;

  /** @param {{ postgres: string, redis: string, standIn: { url: string, apiKey: string }, settings?: object }} surroundings */
  static async start(surroundings) {
    const api = new ApiProcess(await freeTestPort(), surroundings);
    await api.restart();
    return api;
  }

  constructor(port, surroundings) {
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = { ASPNETCORE_URLS: this.url, PUBLIC_URL: this.url, ...environmentOf(surroundings) };
  }

  async restart() {
    this.#child = spawn('dotnet', [apiProgram], { cwd: root, env: { ...process.env, ...this.#environment }, stdio: ['ignore', 'ignore', 'inherit'] });
    await until('the API to be ready', async () => (await fetch(`${this.url}/health/ready`).catch(() => null))?.ok, { withinMs: 60_000 });
  }

  /** As a crash would: at once and without a word. */
  async kill(signal = 'SIGKILL') {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill(signal);
    await once(this.#child, 'exit');
  }
}

/** What every process of the backend is told of its surroundings. */
export function environmentOf({ postgres, redis, standIn, data, settings = {} }) {
  return {
    ASPNETCORE_ENVIRONMENT: 'Development',
    DATABASE_URL: postgres,
    REDIS_URL: redis,
    DAILY_API_URL: `${standIn.url}/v1`,
    DAILY_API_KEY: standIn.apiKey,
    NUMEROLY_DATA: data,
    ...settings,
  };
}
