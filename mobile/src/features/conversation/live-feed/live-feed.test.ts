import type { EventPage, EventView } from '@numeroly/generated-client';
import type { StoreAction } from '../state/actions';
import { followConversation, type FeedSource, type FeedTimes } from './live-feed';

const at = '2026-01-01T00:00:00Z';
const atOnce: FeedTimes = { silence: 1_000, askEvery: 0, pauseBefore: () => 0 };

function event(version: number, type: EventView['type'] = 'participant_joined', fields: object = {}) {
  return { ...fields, version, sequence: version, event_id: String(version), type, timestamp: at, correlation_id: null, causation_id: null };
}

function streaming(...events: ReturnType<typeof event>[]): Response {
  return new Response(events.map((one) => `id: ${one.version}\nevent: ${one.type}\ndata: ${JSON.stringify(one)}\n\n`).join('') + ': keep-alive\n\n');
}

function page(...items: ReturnType<typeof event>[]): EventPage {
  return { items: items as EventPage['items'], last_version: items.at(-1)?.version ?? 0, has_more: false };
}

/** A server that answers each question in turn, and what it was asked. */
function server(...answers: (Response | Error)[]): FeedSource & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    async open(after) {
      asked.push(after);
      const answer = answers.shift() ?? new Response(': nothing more\n\n');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    list: () => Promise.reject(new Error('not asked')),
  };
}

async function follow(source: FeedSource, { isForGood = () => false, after = 0 }: { isForGood?: (error: unknown) => boolean; after?: number } = {}) {
  const actions: StoreAction[] = [];
  const connected: boolean[] = [];
  const end = await followConversation(
    source,
    after,
    { onAction: (action) => actions.push(action), onConnected: (isConnected) => connected.push(isConnected) },
    isForGood,
    new AbortController().signal,
    atOnce,
  );
  return { actions, connected, end };
}

const ended = event(5, 'ended', { cause: 'user' });

test('events are told in order until the ended conversation has nothing more to say', async () => {
  const source = server(streaming(event(1), event(2), ended), streaming(event(6, 'room_deleted')));
  const { actions, end } = await follow(source);
  expect(actions).toEqual([
    { type: 'version-reached', version: 1 },
    { type: 'version-reached', version: 2 },
    { type: 'ended', cause: 'user', version: 5 },
    { type: 'version-reached', version: 6 },
  ]);
  expect(end).toBe('wound-up');
});

test('after an interruption it resumes after the last version it heard', async () => {
  const source = server(streaming(event(1), event(2)), new TypeError('network'), streaming(event(3), ended));
  const { connected } = await follow(source);
  expect(source.asked).toEqual([0, 2, 2, 5]);
  expect(connected.slice(0, 3)).toEqual([true, false, false]);
});

test('what is already known is not asked for again', async () => {
  const source = server(streaming(ended));
  await follow(source, { after: 4 });
  expect(source.asked[0]).toBe(4);
});

test('a connection on which nothing comes is given up and opened anew', async () => {
  const silent = new Response(new ReadableStream({ start() {} }));
  const source = server(silent, streaming(ended));
  const actions: StoreAction[] = [];
  await followConversation(source, 0, { onAction: (action) => actions.push(action), onConnected: () => undefined }, () => false, new AbortController().signal, { ...atOnce, silence: 5 });
  expect(actions).toEqual([{ type: 'ended', cause: 'user', version: 5 }]);
});

test('a refusal for good is not tried again', async () => {
  const source = server(new Error('not found'));
  const { end } = await follow(source, { isForGood: (error) => error instanceof Error && error.message === 'not found' });
  expect(end).toBe('refused');
  expect(source.asked).toEqual([0]);
});

test('where streaming is not possible it asks, and misses nothing', async () => {
  const bodyless = new Response(null);
  const pages = [page(event(1), event(2)), page(), page(ended), page()];
  const listed: number[] = [];
  const source: FeedSource = {
    open: async () => bodyless,
    list: async (after) => {
      listed.push(after);
      return pages.shift() ?? page();
    },
  };
  const { actions, end } = await follow(source);
  expect(actions.map((action) => ('version' in action ? action.version : null))).toEqual([1, 2, 5]);
  expect(listed).toEqual([0, 2, 2, 5]);
  expect(end).toBe('wound-up');
});

test('when it is told to stop it stops, also in the middle of a pause', async () => {
  const stopping = new AbortController();
  const following = followConversation(
    server(new TypeError('network')),
    0,
    { onAction: () => undefined, onConnected: (isConnected) => !isConnected && stopping.abort() },
    () => false,
    stopping.signal,
    { ...atOnce, pauseBefore: () => 60_000 },
  );
  expect(await following).toBe('stopped');
});

test('an event that is no JSON is passed over', async () => {
  const { actions } = await follow(server(new Response('data: {oops\n\n'), streaming(ended)));
  expect(actions).toEqual([{ type: 'ended', cause: 'user', version: 5 }]);
});
