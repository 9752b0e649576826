import { createCallMachine } from './call-machine.ts';
import { dailyGlobal } from './daily/globals.ts';

// daily-js runs the bundle once for each new call object and names those that wait. Call objects served by an earlier run
// keep the machine they have.
const daily = dailyGlobal();
for (const id of daily?.pendings.splice(0) ?? []) {
  const instance = daily?.instances[id];
  if (instance) instance.callMachine = createCallMachine(id, instance);
}
