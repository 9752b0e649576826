import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expoExport } from '../web/exporting.mjs';

const kB = 1000;

/**
 * What an exported app may weigh. Web: all JavaScript the page can load, gzipped, without the call machine, which Daily or
 * the stand-in serves. Phones: the Hermes bytecode as it lies in the app.
 */
export const budgets = {
  web: { extension: '.js', limit: 700 * kB, weigh: (bytes) => gzipSync(bytes, { level: 9 }).length, unit: 'JavaScript, gzipped' },
  ios: { extension: '.hbc', limit: 6000 * kB, weigh: (bytes) => bytes.length, unit: 'Hermes bytecode' },
  android: { extension: '.hbc', limit: 6000 * kB, weigh: (bytes) => bytes.length, unit: 'Hermes bytecode' },
};

/** Each platform exported as it would be released, and weighed. */
export function bundleSuites({ limitMs }) {
  return Object.keys(budgets).map((platform) => ({ name: `mobile export ${platform}`, run: (tools) => exportAndWeigh(platform, { limitMs, ...tools }) }));
}

async function exportAndWeigh(platform, { limitMs, supervisor, environment, screen, folder }) {
  const output = join(folder, `export-${platform}`);
  const { code, how, lines } = await supervisor.run({ name: `export-${platform}`, ...expoExport(platform, output, environment), limitMs });
  if (code !== 0) return failed(how, lines.slice(-40).join('\n'));
  const { total, parts } = weight(platform, output);
  rmSync(output, { recursive: true, force: true });
  const { limit, unit } = budgets[platform];
  screen.line(`  ${platform}: ${inKB(total)} of ${inKB(limit)} (${unit}); ${parts.map(({ name, size }) => `${name} ${inKB(size)}`).join(', ')}`);
  return total <= limit ? { passed: 1, failed: 0, skipped: 0, failures: [] } : failed('is over its budget', `${inKB(total)}, and ${inKB(limit)} are allowed (${unit}).`);
}

/** What an exported platform weighs, file by file. */
export function weight(platform, output) {
  const { extension, weigh } = budgets[platform];
  const parts = readdirSync(output, { recursive: true })
    .filter((file) => file.endsWith(extension))
    .map((file) => ({ name: file.split('/').pop().replace(/-[0-9a-f]{32}/, ''), size: weigh(readFileSync(join(output, file))) }))
    .sort((a, b) => b.size - a.size);
  return { total: parts.reduce((sum, { size }) => sum + size, 0), parts };
}

function failed(name, message) {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ name, message }] };
}

function inKB(bytes) {
  return `${Math.round(bytes / kB)} kB`;
}
