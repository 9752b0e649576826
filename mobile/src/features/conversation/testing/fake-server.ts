import type { CallAccess, ConversationView, EndCause, EventView, NumbersView, SavedMessage, Speaker } from '@numeroly/generated-client';
import { act } from '@testing-library/react-native';
import { settled } from './fake-call';

export const conversationId = '0193b0a8-0000-7000-8000-000000000001';
const at = '2026-01-01T00:00:00Z';

/** What the app goes by of an event, as the API writes it. */
type Told<Type extends EventView['type']> = Partial<Extract<EventView, { type: Type }>>;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly key: string | null;
}

/** The API with one conversation in it, as far as the app's screen of it needs. */
export class FakeServer {
  readonly asked: Asked[] = [];
  version = 2;
  endCause: EndCause | null = null;
  messages: SavedMessage[] = [];
  /** Of whom the conversation is about; null until it knows. */
  numbers: NumbersView | null = null;
  private readonly refusals: { readonly match: string; readonly answer: () => Response | Promise<never> }[] = [];
  private feed: ReadableStreamDefaultController<Uint8Array> | null = null;

  /** The next request to this method and end of path fails with the problem, or without any answer. */
  refuses(match: string, problem: string | 'no answer', status = 503): void {
    const answer = problem === 'no answer' ? () => Promise.reject(new TypeError('Network request failed')) : () => json(status, { type: `urn:numeroly:problem:${problem}`, title: problem, status, detail: null });
    this.refusals.push({ match, answer });
  }

  /** What was asked by a method, or by a method and path. */
  askedFor(match: string): readonly Asked[] {
    return this.asked.filter(({ method, path }) => method === match || `${method} ${path}` === match);
  }

  /** What the app's client sends its requests with. */
  readonly fetch = async (url: RequestInfo, init: RequestInit = {}): Promise<Response> => {
    const { pathname } = new URL(String(url));
    const method = init.method ?? 'GET';
    const path = pathname.replace(`/conversations/${conversationId}`, '/conversations/{id}');
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    this.asked.push({ method, path, body, key: new Headers(init.headers).get('idempotency-key') });
    const refused = this.refusals.findIndex(({ match }) => match === `${method} ${path}`);
    if (refused >= 0) return this.refusals.splice(refused, 1)[0]?.answer() ?? json(500, {});
    return this.answer(`${method} ${path}`, body);
  };

  /** What the live feed is opened with. */
  readonly stream = async (_url: string, headers: Record<string, string>): Promise<Response> => {
    this.asked.push({ method: 'GET', path: '/live', body: headers, key: null });
    return new Response(new ReadableStream<Uint8Array>({ start: (controller) => { this.feed = controller; } }));
  };

  /** Something happened to the conversation that the live feed tells. */
  async commits<Type extends EventView['type']>(type: Type, event: Told<Type>): Promise<void> {
    this.version += 1;
    await this.tells(this.version, type, event);
  }

  async says(speaker: Speaker, text: string, messageId = `00000000-0000-7000-8000-${String(this.version + 1).padStart(12, '0')}`): Promise<void> {
    await this.commits('message_saved', { message_id: messageId, speaker, text, confidence: null, emotional_tone: null, heard: null, spoken_at: at });
  }

  async tells<Type extends EventView['type']>(version: number, type: Type, event: Told<Type>): Promise<void> {
    await act(async () => {
      this.feed?.enqueue(new TextEncoder().encode(`id: ${version}\nevent: ${type}\ndata: ${JSON.stringify({ ...event, version, type, timestamp: at })}\n\n`));
      await settled();
    });
  }

  private answer(route: string, body: Record<string, unknown>): Response {
    switch (route) {
      case 'POST /conversations':
        return json(201, access());
      case 'POST /conversations/{id}/token':
        return json(200, access());
      case 'GET /conversations/{id}':
        return json(200, this.view());
      case 'PATCH /conversations/{id}':
        this.endCause ??= 'user';
        return json(200, this.view());
      case 'POST /conversations/{id}/messages':
        return json(201, this.save(body));
      case 'GET /conversations/{id}/messages':
        return json(200, { items: this.messages, last_version: this.messages.at(-1)?.version ?? 0, has_more: false });
      case 'GET /conversations/{id}/numbers':
        return this.numbers === null ? json(404, { type: 'urn:numeroly:problem:not-found', title: 'Not found', status: 404, detail: null }) : json(200, this.numbers);
      case 'POST /conversations/{id}/connection':
        return json(200, { changed: true });
      default:
        return json(404, { type: 'urn:numeroly:problem:not-found', title: route, status: 404, detail: null });
    }
  }

  private save(body: Record<string, unknown>): SavedMessage {
    this.version += 1;
    const message: SavedMessage = {
      message_id: String(body.message_id),
      version: this.version,
      speaker: 'user',
      text: String(body.text),
      confidence: null,
      emotional_tone: null,
      heard: null,
      spoken_at: at,
      saved_at: at,
    };
    this.messages.push(message);
    return message;
  }

  private view(): Pick<ConversationView, 'conversation_id' | 'status' | 'version' | 'created_at' | 'end_cause'> {
    return { conversation_id: conversationId, status: this.endCause === null ? 'open' : 'ended', version: this.version, created_at: at, end_cause: this.endCause };
  }
}

function access(): CallAccess {
  return { conversation_id: conversationId, room_url: 'https://numeroly.daily.co/c', token: 'secret', expires_at: new Date(Date.now() + 3_600_000).toISOString() };
}

function json(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' } });
}
