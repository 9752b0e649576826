import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = dirname(fileURLToPath(import.meta.url));
const dist = join(folder, 'dist');

// A worklet is loaded by its address, so each is a file of its own.
await build({
  entryPoints: { page: join(folder, 'src', 'main.ts'), capture: join(folder, 'src', 'sound', 'capture-worklet.ts'), playback: join(folder, 'src', 'sound', 'playback-worklet.ts') },
  outdir: dist,
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});
copyFileSync(join(folder, 'src', 'page.html'), join(dist, 'page.html'));
