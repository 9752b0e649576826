import type { DailyCall } from '@daily-co/daily-js';
import { leaveQuietly } from './joining';

// Daily allows one call object at a time, and destroying one takes a moment: a new one waits until the last is gone.
let emptied: Promise<void> = Promise.resolve();

/** Creates a call as soon as there is no other. @returns null when it was not wanted any more by then. */
export async function openCall(create: () => DailyCall, isWanted: () => boolean): Promise<DailyCall | null> {
  await emptied;
  return isWanted() ? create() : null;
}

/** Leaves and destroys a call; the next one is created afterwards. */
export function closeCall(call: DailyCall): void {
  emptied = leaveQuietly(call)
    .then(() => call.destroy())
    .catch(() => undefined); // It is gone all the same.
}
