import { command } from './lib/command.mjs';
import { numeroly } from './lib/numeroly.mjs';

await command({
  usage: `npm run --silent numeroly -- <command>

The backend's own command line, on the database of the npm start that runs in this checkout, or on DATABASE_URL.
  dead-letters list [--json]          what could not be handled
  dead-letters replay <id> | --all    have it tried again
  schema apply | print                the database's schema
  token <user> [--role <role>]        an access token for this machine
  <command> --help                    more about each`,
  main: ({ words }) => numeroly({ title: 'npm run numeroly', words: words.length ? words : ['--help'], limitMs: 10 * 60_000 }),
});
