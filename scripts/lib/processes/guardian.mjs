import { removeEntirely } from '../removal.mjs';
import { giveUp, take } from './claim.mjs';
import { Ledger } from './ledger.mjs';
import { cleaningUp, claimFile } from './session-files.mjs';

// Outlives the command that started it by as long as the clean-up takes. It reads "done" when that command
// ended in order; without it the command was killed, and all it had started has to be stopped from here.
const [folder, ...leftovers] = process.argv.slice(2);

let farewell = '';
for await (const chunk of process.stdin) farewell += chunk;

if (farewell !== 'done' && take(claimFile(folder), cleaningUp)) {
  await new Ledger(folder).clear();
  leftovers.forEach(removeEntirely);
  giveUp(claimFile(folder));
}
