import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = join(dirname(fileURLToPath(import.meta.url)), '../../../standin/bin/Release/net10.0/Numeroly.StandIn.dll');
const apiKey = 'standin-api-key';

/** Starts a stand-in of its own on a free port. */
export async function startStandIn(settings = {}) {
  const options = { Port: 0, RecordingDelay: '100ms', MeetingEndedDelay: '100ms', 'RateLimits:Enabled': false, ...settings };
  const child = spawn('dotnet', [program, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await address(child);
  const call = async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, { method, headers: { 'Content-Type': 'application/json', ...headers }, ...(body && { body: JSON.stringify(body) }) });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const rest = (method, path, body) => call(method, `/v1${path}`, body, { Authorization: `Bearer ${apiKey}` });
  return {
    url,
    rest,
    control: (method, path, body) => call(method, `/standin${path}`, body),
    room: (name, properties = {}, privacy = 'public') => rest('POST', '/rooms', { name, privacy, properties }),
    token: async (properties) => (await rest('POST', '/meeting-tokens', { properties })).token,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function address(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /stand-in on (\S+)/.exec(line) ?? [];
    if (!url) continue;
    child.stdout.resume();
    return url;
  }
  throw new Error(`The stand-in did not start; is it built? ${program}`);
}
