import { randomUUID } from 'expo-crypto';

/** A key for one thing that a person wants done, however often it has to be sent. */
export function newIdempotencyKey(): string {
  return randomUUID();
}
