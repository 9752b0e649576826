import { type Fetch } from '@numeroly/generated-client';
import { connectApi } from './client';
import { failureOf } from './failures';
import { timingOut } from './timing-out';

const page = { items: [], total: 0, limit: 20, offset: 0 };
const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

function connected(fetch: Fetch, onRefusal: (status: 401 | 426) => void = () => undefined) {
  return connectApi({ url: 'http://api', accessToken: async () => 'token-1', onRefusal, fetch });
}

describe('the connected client', () => {
  it('says who asks and with which version', async () => {
    const asked: Headers[] = [];
    await connected(async (_url, init) => {
      asked.push(new Headers(init?.headers));
      return json(page);
    }).listConversations();
    expect(asked[0]?.get('authorization')).toBe('Bearer token-1');
    expect(asked[0]?.get('app-version')).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('lets an ending outlive the page, and nothing else', async () => {
    const kept: (boolean | undefined)[] = [];
    const client = connected(async (_url, init) => {
      kept.push(init?.keepalive);
      return json(page);
    });
    await client.endConversation('id', { rating: 4 });
    await client.listConversations();
    expect(kept).toEqual([true, undefined]);
  });

  it.each([401, 426] as const)('tells the app of a %i, and the caller too', async (status) => {
    const told: number[] = [];
    const type = status === 401 ? 'unauthenticated' : 'app-too-old';
    const client = connected(async () => json({ type: `urn:numeroly:problem:${type}`, title: '', status, detail: null }, status), (refused) => told.push(refused));
    const failure = await client.listConversations().catch((error: unknown) => failureOf(error));
    expect(failure).toMatchObject({ kind: type });
    expect(told).toEqual([status]);
  });
});

describe('timingOut', () => {
  const never: Fetch = (_url, init) => new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(Object.assign(new Error(), { name: 'AbortError' }))));

  it('gives up on an answer that does not come', async () => {
    expect(failureOf(await timingOut(never, 5)('/').catch((error: unknown) => error), false).kind).toBe('timed-out');
  });

  it('is not what happened when the caller stopped', async () => {
    const stop = new AbortController();
    const answer = timingOut(never, 60_000)('/', { signal: stop.signal }).catch((error: unknown) => failureOf(error).kind);
    stop.abort();
    expect(await answer).toBe('cancelled');
  });
});
