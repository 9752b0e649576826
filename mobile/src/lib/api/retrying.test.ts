import { type Fetch } from '@numeroly/generated-client';
import { pauseBefore, patient } from './backoff';
import { UnreachableError } from './reaching';
import { retrying } from './retrying';

type Outcome = Response | Error;

/** Answers with these, one after another, and counts how often it was asked. */
function sending(...outcomes: Outcome[]): { send: Fetch; sent: RequestInit[]; waits: number[]; fetch: Fetch } {
  const sent: RequestInit[] = [];
  const waits: number[] = [];
  const send: Fetch = async (_url, init = {}) => {
    const outcome = outcomes[Math.min(sent.length, outcomes.length - 1)];
    sent.push(init);
    if (outcome instanceof Error) throw outcome;
    return outcome!.clone();
  };
  const fetch = retrying(send, { random: () => 1, wait: async (ms) => void waits.push(ms) });
  return { send, sent, waits, fetch };
}

const ok = new Response('{}', { status: 200 });
const busy = (headers: Record<string, string> = {}) => new Response('{}', { status: 503, headers });
const problem = (type: string, status: number) => new Response(JSON.stringify({ type: `urn:numeroly:problem:${type}` }), { status, headers: { 'content-type': 'application/problem+json' } });

describe('retrying', () => {
  it('sends a read again until it gets through', async () => {
    const { fetch, sent } = sending(new UnreachableError(''), busy(), ok);
    expect((await fetch('/')).status).toBe(200);
    expect(sent).toHaveLength(3);
  });

  it('sends what carries a key again, each time with the same key', async () => {
    const { fetch, sent } = sending(new UnreachableError(''), ok);
    await fetch('/', { method: 'POST', headers: { 'Idempotency-Key': 'k1' } });
    expect(sent.map(({ headers }) => new Headers(headers).get('idempotency-key'))).toEqual(['k1', 'k1']);
  });

  it.each(['POST', 'PATCH', 'DELETE'])('sends a %s without a key once', async (method) => {
    const { fetch, sent } = sending(new UnreachableError(''), ok);
    await expect(fetch('/', { method })).rejects.toThrow(UnreachableError);
    expect(sent).toHaveLength(1);
  });

  it('gives up in the end, with the last answer', async () => {
    const { fetch, sent } = sending(busy());
    expect((await fetch('/')).status).toBe(503);
    expect(sent).toHaveLength(patient.attempts);
  });

  it('waits as long as the server asks', async () => {
    const { fetch, waits } = sending(busy({ 'retry-after': '3' }), ok);
    await fetch('/');
    expect(waits).toEqual([3000]);
  });

  it('does not wait for longer than a person would', async () => {
    const { fetch, sent } = sending(new Response('{}', { status: 429, headers: { 'retry-after': '60' } }), ok);
    expect((await fetch('/')).status).toBe(429);
    expect(sent).toHaveLength(1);
  });

  it('asks again for a request that is still under way, and for no other conflict', async () => {
    expect((await sending(problem('request-under-way', 409), ok).fetch('/')).status).toBe(200);
    expect((await sending(problem('conversation-ended', 409), ok).fetch('/')).status).toBe(409);
  });

  it('asks a gateway again, but not our API when Daily refused', async () => {
    expect((await sending(new Response('<html>', { status: 502 }), ok).fetch('/')).status).toBe(200);
    expect((await sending(problem('daily-refused', 502), ok).fetch('/')).status).toBe(502);
  });

  it.each([400, 401, 404, 422, 426, 500])('takes %i as it is', async (status) => {
    const { fetch, sent } = sending(new Response('{}', { status }), ok);
    expect((await fetch('/')).status).toBe(status);
    expect(sent).toHaveLength(1);
  });

  it('stops when the caller does', async () => {
    const stop = new AbortController();
    stop.abort();
    const { fetch, sent } = sending(new UnreachableError(''), ok);
    await expect(fetch('/', { signal: stop.signal })).rejects.toThrow();
    expect(sent).toHaveLength(1);
  });
});

describe('pauseBefore', () => {
  it('grows, is never the same for all, and has an end', () => {
    const pauses = [1, 2, 3].map((attempt) => pauseBefore(attempt, patient, undefined, () => 1) ?? 0);
    expect(pauses).toEqual([400, 800, 1600]);
    expect(pauseBefore(1, patient, undefined, () => 0)).toBe(200);
    expect(pauseBefore(patient.attempts, patient, undefined, () => 0)).toBeUndefined();
  });
});
