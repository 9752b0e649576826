import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freeTestPort } from '../../../scripts/lib/ports.mjs';
import { until } from '../../call-flow/world/until.mjs';
import { apiProgram, environmentOf } from './api-process.mjs';
import { root } from './root.mjs';

/** `numeroly assistant`: a process that attends conversations, to be killed in the middle of one. */
export class AssistantProcess {
  #child;

  static async start(surroundings) {
    const assistant = new AssistantProcess();
    const port = await freeTestPort();
    assistant.#child = spawn('dotnet', [apiProgram, 'assistant', '--port', String(port)], {
      cwd: root,
      env: { ...process.env, ...environmentOf(surroundings) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await until('the assistant to be ready', async () => (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null))?.ok, { withinMs: 60_000 });
    return assistant;
  }

  async kill(signal = 'SIGKILL') {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill(signal);
    await once(this.#child, 'exit');
  }
}
