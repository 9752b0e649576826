import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, root, shown } from './lib/checkout.mjs';
import { command } from './lib/command.mjs';
import { endpointsFile } from './lib/endpoints.mjs';
import { PlainError } from './lib/plain-error.mjs';
import { readSettings } from './lib/settings.mjs';

await command({
  usage: `npm run screenshots [-- <part of a look's name> ...]

Photographs every screen of the app that npm start serves, in both languages, both themes and two widths (looks such as
phone-dark-vi), into .data/screenshots, and looks each over with axe. Fails when axe finds something serious, or when the
page writes an error or a warning to the console. Needs Chromium: /usr/bin/chromium, or the one that CHROMIUM names.`,
  main: async ({ words }) => {
    const data = dataFolder(readSettings(root));
    if (!existsSync(endpointsFile(data))) throw new PlainError('Nothing runs here: run npm start first, in another terminal.');
    const endpoints = JSON.parse(readFileSync(endpointsFile(data), 'utf8'));
    if (!endpoints.web) throw new PlainError('The web app does not run here: run npm start instead of npm run backend.');
    // What they need is installed by npm start, and must not be missed by --help.
    const [{ seedHistory }, { takeScreenshots }] = await Promise.all([import('./lib/screenshots/seeding.mjs'), import('./lib/screenshots/taking.mjs')]);
    await seedHistory(endpoints);
    const folder = join(data, 'screenshots');
    const { pictures, troubles } = await takeScreenshots({ web: endpoints.web, folder, wanted: words, say: (line) => console.log(`  ${line}`) });
    if (troubles.length) console.log(`\n${troubles.join('\n')}`);
    console.log(`\n${pictures} pictures in ${shown(folder)}, ${troubles.length} troubles`);
    return troubles.length ? 1 : 0;
  },
});
