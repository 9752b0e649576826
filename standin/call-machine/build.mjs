import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = dirname(fileURLToPath(import.meta.url));

// One classic script: a browser runs it by its tag, React Native by `Function(text)`. The target is what Hermes compiles at run time.
await build({
  entryPoints: [join(folder, 'src', 'main.ts')],
  outfile: join(folder, 'dist', 'call-machine-object-bundle.js'),
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2016',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});
