import { join } from 'node:path';

/** Who runs, or cleans up after, the session in a folder. */
export const claimFile = (folder) => join(folder, 'claim');

/** The title under which a dead session's processes are being stopped. */
export const cleaningUp = 'clean-up';
