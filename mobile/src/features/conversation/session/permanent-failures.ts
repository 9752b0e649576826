import { failureOf, type FailureKind } from '@/lib/api';

const permanent: ReadonlySet<FailureKind> = new Set(['unauthenticated', 'forbidden', 'not-found', 'invalid-input', 'conversation-ended', 'app-too-old']);

/** Whether asking again cannot help, however patiently. */
export function isForGood(error: unknown): boolean {
  return permanent.has(failureOf(error).kind);
}
