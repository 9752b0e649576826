import { join } from 'node:path';
import { dataFolder, root, shown } from './checkout.mjs';
import { Screen } from './console/screen.mjs';
import { table } from './console/table.mjs';
import { chooseDaily } from './daily-choice.mjs';
import { endpointsFile, publishEndpoints } from './endpoints.mjs';
import { prepare } from './installing/preparing.mjs';
import { inSession } from './processes/session.mjs';
import { runServices, wantedPorts } from './services/running.mjs';
import { readSettings } from './settings.mjs';

/** Brings everything up, with the app or without it, says where it is, and stays until it is stopped. */
export async function runStack({ title, withApp }) {
  const screen = new Screen();
  const settings = readSettings(root);
  const daily = chooseDaily(settings);
  const ports = wantedPorts(settings);
  const data = dataFolder(settings);
  const session = { folder: join(data, 'run'), logs: join(data, 'logs'), title, screen, leftovers: [endpointsFile(data)] };

  return inSession(session, async (supervisor) => {
    const environment = await prepare({ supervisor, screen, settings, data });
    const endpoints = await runServices({ supervisor, screen, environment, daily, withApp, ports, data });
    publishEndpoints(data, endpoints);
    screen.line(`\n${addresses(endpoints)}\n`);
    screen.line('  A token to call it with: npm run --silent token -- alice');
    screen.line(`  Logs: ${shown(session.logs)}   Stop: Ctrl-C`);
    await supervisor.untilStopped();
  });
}

function addresses({ web, api, standin, postgres, redis }) {
  return table([
    ...(web ? [['Web app', web]] : []),
    ['API', api],
    ['Health', `${api}/health/ready`],
    ['Daily', standin ? `${standin}/standin (the local stand-in)` : 'as DAILY_API_URL and DAILY_API_KEY say'],
    ['PostgreSQL', `${withoutPassword(postgres)} (with its password in .data/endpoints.json)`],
    ['Redis', redis ? withoutPassword(redis) : 'none'],
  ]);
}

function withoutPassword(address) {
  return address.replace(/:[^:@/]*@/, '@');
}
