import { command } from './lib/command.mjs';
import { numeroly } from './lib/numeroly.mjs';
import { PlainError } from './lib/plain-error.mjs';

await command({
  usage: `npm run --silent token -- <user> [--role <role>] [--minutes <n>]

Prints a token for calling the API on this machine as that user, and nothing else.
Roles: user (the default), analyst, operator, assistant; --role may be given several times.`,
  main: ({ words }) => {
    if (!words.length) throw new PlainError('Whose token? For example: npm run --silent token -- alice');
    return numeroly({ title: 'npm run token', words: ['token', ...words], limitMs: 60_000 });
  },
});
