import { command } from './lib/command.mjs';
import { runStack } from './lib/stack.mjs';

await command({
  usage: `npm start

Brings up PostgreSQL, a Redis-protocol server, the local stand-in for Daily, the API and the web app, and stays until Ctrl-C.
Whatever has its address in the environment or in .env is used instead of started; .env.example lists the variables.
Data stays in .data/. While everything runs, .data/endpoints.json says where.`,
  options: {},
  interruptedCode: 0,
  main: () => runStack({ title: 'npm start', withApp: true }),
});
