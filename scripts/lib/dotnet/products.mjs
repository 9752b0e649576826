import { join } from 'node:path';
import { root } from '../checkout.mjs';

export const configuration = 'Release';

/** A project's folder and the assembly that building it makes. */
export function product(folder, assembly) {
  return { folder, dll: join(folder, 'bin', configuration, 'net10.0', `${assembly}.dll`) };
}

export const api = product(join(root, 'src', 'Numeroly.Api'), 'Numeroly.Api');
export const standIn = product(join(root, 'standin'), 'Numeroly.StandIn');
