import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '@numeroly/test-browser';
import { startStandIn } from '../../call-flow/world/stand-in.mjs';
import { webConfiguration } from '../../../scripts/lib/web/configuration.mjs';
import { webServer } from '../../../scripts/lib/web/server.mjs';
import { ApiProcess, apiProgram } from './api-process.mjs';
import { AssistantProcess } from './assistant-process.mjs';
import { Line } from './line.mjs';

/**
 * All that npm start brings up, with a database of its own: the real API, PostgreSQL, Redis-protocol server, stand-in, and the
 * exported web app. In the assistant's place is the test's own guide, unless `assistants` says what real ones are told.
 */
export async function startStack({ standIn: standInSettings, api: apiSettings, assistants } = {}) {
  const harness = required('NUMEROLY_HARNESS');
  const folder = required('NUMEROLY_WEB_APP');
  const data = mkdtempSync(join(tmpdir(), 'end-to-end-'));
  const { redis } = await (await fetch(harness)).json();
  const postgres = await (await fetch(`${harness}/postgres`, { method: 'POST' })).json();
  const standIn = await startStandIn(standInSettings);
  const calls = { CHROMIUM: (await findChromium()).executablePath, DAILY_CALL_BUNDLE_URL: `${standIn.url}/standin/call` };
  const settings = assistants ? { ...calls, ...assistants, ...apiSettings } : { ASSISTANT: 'none', ...apiSettings };
  const surroundings = { postgres: postgres.url, redis, standIn, data, settings };
  const api = await ApiProcess.start(surroundings);
  const line = await Line.to(api.url);
  const web = webServer({ folder, configuration: webConfiguration({ api: line.url, standin: standIn.url }) });
  await new Promise((listening) => web.listen(0, '127.0.0.1', listening));

  return {
    api,
    standIn,
    /** The app's way to the API. */
    line,
    url: `http://127.0.0.1:${web.address().port}`,
    /** An access token: what `npm run token -- guide --role assistant` prints. */
    token: async (user, role) => {
      const options = { env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', NUMEROLY_DATA: data } };
      return (await promisify(execFile)('dotnet', [apiProgram, 'token', user, '--role', role], options)).stdout.trim();
    },
    /** One more process of assistants, beside those of the API. */
    startAssistant: () => AssistantProcess.start(surroundings),
    stop: async () => {
      web.closeAllConnections();
      await new Promise((closed) => web.close(closed));
      await line.close();
      await api.kill();
      await standIn.stop();
      await fetch(`${harness}/postgres/${postgres.id}`, { method: 'DELETE' });
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run these tests with: npm run verify -- end-to-end`);
  return value;
}
