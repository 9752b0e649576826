import { parseArgs } from 'node:util';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, launchChromium } from '@numeroly/test-browser';
import { startStandIn } from '../../tests/call-flow/world/stand-in.mjs';
import { surroundings } from '../app/machine.mjs';
import { Answerers } from './answerers.mjs';
import { measure, rows } from './measuring.mjs';
import { pause } from './rooms.mjs';
import { taken } from './process-tree.mjs';
import { report } from './report.mjs';
import { servePerson } from './serving.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    turns: { type: 'string', default: '8' },
    calls: { type: 'string', default: '1,4' },
    rows: { type: 'string', default: Object.keys(rows).join(',') },
    json: { type: 'boolean', default: false },
  },
});
const [runs, turns] = [values.runs, values.turns].map(Number);
if (![runs, turns].every((one) => Number.isInteger(one) && one >= 1 && one <= 1000)) throw new Error('--runs and --turns are whole numbers from 1 to 1000.');
const amounts = values.calls.split(',').map(Number);
const chosen = values.rows.split(',');

const folder = mkdtempSync(join(tmpdir(), 'bench-voice-'));
const before = surroundings(folder);
const standIn = await startStandIn();
const pages = await servePerson();
const browser = await launchChromium();
const answerers = await Answerers.start({ bundlePath: `${standIn.url}/standin/call`, chromium: (await findChromium()).executablePath });
try {
  await pause(3000);
  const idle = taken(answerers.pid);
  const world = { standIn, pages, browser, answerers };
  const rounds = [];
  for (let run = 0; run <= runs; run++) {
    for (const calls of amounts) {
      for (const row of run % 2 ? chosen : [...chosen].reverse()) {
        const measured = await measure(row, { calls, turns: run ? turns : 1, world });
        const sorted = measured.samples.map(({ ms }) => ms).sort((a, b) => a - b);
        console.error(`  ${run ? `run ${run} of ${runs}` : 'warming up'}, ${calls} at once, ${rows[row]}: ${sorted.map((ms) => Math.round(ms)).join(' ')} ms, ${Math.round(measured.cpu)} % CPU, ${Math.round(measured.memory)} MB`);
        if (run) rounds.push({ run, calls, row, ...measured });
      }
    }
  }
  const found = { before, after: surroundings(folder), idle, runs, turns, rounds };
  console.log(values.json ? JSON.stringify(found, null, 2) : report(found));
} finally {
  await answerers.stop();
  await browser.close();
  await pages.stop();
  await standIn.stop();
  rmSync(folder, { recursive: true, force: true });
}
