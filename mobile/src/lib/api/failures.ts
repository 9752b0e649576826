import { ApiException, type Problem, problemOf } from '@numeroly/generated-client';
import { isOffline } from './offline';
import { UnreachableError } from './reaching';
import { TimedOutError } from './timing-out';

/** Every way in which talking to the API fails, as far as the app acts or speaks differently. */
export type FailureKind =
  | 'offline'
  | 'server-down'
  | 'timed-out'
  | 'cancelled'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'invalid-input'
  | 'too-many-requests'
  | 'conversation-ended'
  | 'recording-pending'
  | 'recording-unavailable'
  | 'daily-unavailable'
  | 'app-too-old'
  | 'unexpected';

export interface Failure {
  readonly kind: FailureKind;
  /** Trying again later may work without anything being changed. */
  readonly temporary: boolean;
  readonly retryAfterSeconds?: number;
  /** What the API says in its own words, in English: for logs and support. */
  readonly detail?: string;
  /** For invalid input: what is allowed in which field. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** Names the request in the server's logs. */
  readonly correlationId?: string;
}

const temporary: ReadonlySet<FailureKind> = new Set(['offline', 'server-down', 'timed-out', 'too-many-requests', 'recording-pending', 'daily-unavailable']);

const kinds: Readonly<Record<string, FailureKind>> = {
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'invalid-input': 'invalid-input',
  'too-large': 'invalid-input',
  'too-many-requests': 'too-many-requests',
  'conversation-ended': 'conversation-ended',
  'recording-pending': 'recording-pending',
  'recording-unavailable': 'recording-unavailable',
  'daily-refused': 'daily-unavailable',
  'daily-unauthorized': 'daily-unavailable',
  'daily-unavailable': 'daily-unavailable',
  'daily-timed-out': 'daily-unavailable',
  'daily-busy': 'daily-unavailable',
  'store-unavailable': 'server-down',
  'store-busy': 'server-down',
  'request-under-way': 'server-down',
  'app-too-old': 'app-too-old',
};

/** What went wrong, from whatever a call to the API rejected with. */
export function failureOf(error: unknown, offline: boolean = isOffline()): Failure {
  const problem = problemOf(error);
  if (problem) return fromProblem(problem);
  if (error instanceof TimedOutError) return failure(offline ? 'offline' : 'timed-out');
  if (error instanceof ApiException) return failure(kindOfStatus(error.status));
  if (error instanceof Error && error.name === 'AbortError') return failure('cancelled');
  if (error instanceof UnreachableError) return failure(offline ? 'offline' : 'server-down');
  return failure('unexpected');
}

function fromProblem(problem: Problem): Failure {
  const kind = kinds[problem.type.replace('urn:numeroly:problem:', '')] ?? kindOfStatus(problem.status);
  return {
    ...failure(kind),
    ...(problem.retry_after_seconds != null && { retryAfterSeconds: problem.retry_after_seconds }),
    ...(problem.detail != null && { detail: problem.detail }),
    ...(problem.errors != null && { fields: problem.errors }),
    ...(problem.correlation_id != null && { correlationId: problem.correlation_id }),
  };
}

function kindOfStatus(status: number): FailureKind {
  if (status === 401) return 'unauthenticated';
  if (status === 404) return 'not-found';
  if (status === 426) return 'app-too-old';
  if (status === 429) return 'too-many-requests';
  return status === 502 || status === 503 || status === 504 ? 'server-down' : 'unexpected';
}

function failure(kind: FailureKind): Failure {
  return { kind, temporary: temporary.has(kind) };
}
