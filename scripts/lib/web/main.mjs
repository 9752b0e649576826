import { webServer } from './server.mjs';

// A process of its own, so that a page is served also while the command that started it is busy.
const { port, folder, configuration } = JSON.parse(process.argv[2]);
webServer({ folder, configuration }).listen(port, '127.0.0.1', () => console.log(`serving ${folder}`));
