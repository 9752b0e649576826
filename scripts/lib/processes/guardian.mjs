import { removeEntirely } from '../removal.mjs';
import { whileHolding } from './claim.mjs';
import { Ledger } from './ledger.mjs';
import { cleaningUp, claimFile } from './session-files.mjs';

// Outlives the command that started it by as long as the clean-up takes. It reads "done" when that command
// ended in order; without it the command was killed, and all it had started has to be stopped from here.
const [folder, ...leftovers] = process.argv.slice(2);

let farewell = '';
for await (const chunk of process.stdin) farewell += chunk;

if (farewell !== 'done') {
  // A process that is killed closes its pipes before it is gone, and until then its claim holds. Whoever holds it for longer cleans up.
  const patience = AbortSignal.timeout(10_000);
  await whileHolding(claimFile(folder), cleaningUp, cleanUp, patience);
}

async function cleanUp() {
  await new Ledger(folder).clear();
  leftovers.forEach(removeEntirely);
}
