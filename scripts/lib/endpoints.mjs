import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './atomic-file.mjs';

/** The file that says where everything is, for as long as everything is there. */
export function endpointsFile(data) {
  return join(data, 'endpoints.json');
}

/** Only its owner may read it: the database address holds the password. */
export function publishEndpoints(data, { web = null, api, standin, postgres, redis }) {
  writeWhole(endpointsFile(data), `${JSON.stringify({ web, api, standin, postgres, redis }, null, 2)}\n`);
}

export function withdrawEndpoints(data) {
  rmSync(endpointsFile(data), { force: true });
}
