import { ApiException } from '@numeroly/generated-client';
import { failureOf } from './failures';
import { UnreachableError } from './reaching';
import { TimedOutError } from './timing-out';

const answered = (type: string, status: number, more: object = {}) =>
  new ApiException('', status, '', {}, { type: `urn:numeroly:problem:${type}`, title: '', status, detail: null, ...more });

describe('failureOf', () => {
  it.each([
    ['unauthenticated', 401, 'unauthenticated', false],
    ['forbidden', 403, 'forbidden', false],
    ['not-found', 404, 'not-found', false],
    ['invalid-input', 400, 'invalid-input', false],
    ['too-many-requests', 429, 'too-many-requests', true],
    ['conversation-ended', 409, 'conversation-ended', false],
    ['recording-pending', 409, 'recording-pending', true],
    ['recording-unavailable', 409, 'recording-unavailable', false],
    ['daily-unavailable', 503, 'daily-unavailable', true],
    ['daily-timed-out', 503, 'daily-unavailable', true],
    ['daily-busy', 503, 'daily-unavailable', true],
    ['store-unavailable', 503, 'server-down', true],
    ['app-too-old', 426, 'app-too-old', false],
    ['internal-error', 500, 'unexpected', false],
    ['of-a-later-version', 503, 'server-down', true],
    ['of-a-later-version', 418, 'unexpected', false],
  ] as const)('takes the problem %s (%i) for %s', (type, status, kind, temporary) => {
    expect(failureOf(answered(type, status))).toMatchObject({ kind, temporary });
  });

  it('keeps what helps to put it right', () => {
    const failure = failureOf(answered('invalid-input', 400, { detail: 'No.', errors: { birth_date: ['must be a date'] }, retry_after_seconds: 3, correlation_id: 'c1' }));
    expect(failure).toEqual({ kind: 'invalid-input', temporary: false, detail: 'No.', fields: { birth_date: ['must be a date'] }, retryAfterSeconds: 3, correlationId: 'c1' });
  });

  it('tells an offline device from a server that is down', () => {
    expect(failureOf(new UnreachableError(''), true).kind).toBe('offline');
    expect(failureOf(new UnreachableError(''), false).kind).toBe('server-down');
    expect(failureOf(new TimedOutError(''), true).kind).toBe('offline');
    expect(failureOf(new TimedOutError(''), false).kind).toBe('timed-out');
  });

  it('takes a page of a gateway for the status it has', () => {
    expect(failureOf(new ApiException('', 502, '<html>', {}, undefined)).kind).toBe('server-down');
    expect(failureOf(new ApiException('', 401, '<html>', {}, undefined)).kind).toBe('unauthenticated');
  });

  it('does not call a stop by the person or a fault of ours a network problem', () => {
    expect(failureOf(Object.assign(new Error(), { name: 'AbortError' })).kind).toBe('cancelled');
    expect(failureOf(new TypeError('x is not a function')).kind).toBe('unexpected');
    expect(failureOf('nothing known').kind).toBe('unexpected');
  });
});
