import { command } from './lib/command.mjs';
import { runStack } from './lib/stack.mjs';

await command({
  usage: `npm run backend

The same as npm start without the app: PostgreSQL, a Redis-protocol server, the stand-in for Daily and the API.`,
  options: {},
  interruptedCode: 0,
  main: () => runStack({ title: 'npm run backend', withApp: false }),
});
