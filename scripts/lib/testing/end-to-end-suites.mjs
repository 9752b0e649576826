import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { exportedWebApp } from '../web/exporting.mjs';
import { nodeSuites } from './node-suites.mjs';

/** The exported app in a real browser against everything it talks to. */
export function endToEndSuites({ limitMs }) {
  return nodeSuites('end-to-end', join(root, 'tests', 'end-to-end'), { limitMs }).map(({ name, run }) => ({
    name,
    needsBuild: true,
    needsServices: true,
    run: async (tools) => run({ ...tools, environment: { ...tools.environment, NUMEROLY_WEB_APP: await exportedWebApp(tools) } }),
  }));
}
