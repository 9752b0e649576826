import { realpathSync, rmSync, statSync } from 'node:fs';

/** Removes a file or folder, or nothing if there is none; through a link also what it leads to. */
export function removeEntirely(path) {
  if (statSync(path, { throwIfNoEntry: false })) rmSync(realpathSync(path), { recursive: true, force: true });
  rmSync(path, { recursive: true, force: true });
}
