import { command } from './lib/command.mjs';
import { numeroly } from './lib/numeroly.mjs';

await command({
  usage: `npm run --silent numeroly -- <command>

The backend's own command line, on the database of the npm start that runs in this checkout, or on DATABASE_URL.
  dead-letters list [--json]          what could not be handled
  dead-letters replay <id> | --all    have it tried again
  resources setup | check             bring the database's schema up to date, or look whether it is
  turns                               how long people waited for answers
  token <user> [--role <role>]        an access token for this machine
Without a command it lists all there are; --help after one says more about it.`,
  main: ({ words }) => numeroly({ title: 'npm run numeroly', words: words.length ? words : ['--help'], limitMs: 10 * 60_000 }),
});
