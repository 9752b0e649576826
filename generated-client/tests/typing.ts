// Never run: that this compiles is the test. Below `@ts-expect-error` stands what must not compile.
import {
  type ApiException,
  type CallAccess,
  type ConnectionReportTaken,
  type ConversationPage,
  type ConversationView,
  type CreateConversationRequest,
  type EndConversationRequest,
  type EventPage,
  type EventView,
  type NumbersView,
  type NumerolyClient,
  type Problem,
  type RecordingAnswer,
  type ReportConnectionRequest,
  type SavedMessage,
  type SaveMessageRequest,
  type Transcript,
  type TurnsView,
  connect,
  problemOf,
} from '@numeroly/generated-client';

declare const id: string;
declare const key: string;
declare const signal: AbortSignal;

export const client: NumerolyClient = connect({ url: 'https://api.example.com', accessToken: async () => 'token', fetch });

/** A call for each operation there is, and what it gives. */
export const calls = {
  createConversation: (): Promise<CallAccess> => client.createConversation({ language: 'vi', name: 'An', birth_date: '1990-05-17' }, key, signal),
  listConversations: (): Promise<ConversationPage> =>
    client.listConversations(20, 0, 'tên', 'ended', 'vi', '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z', 4, signal),
  getConversation: (): Promise<ConversationView> => client.getConversation(id, 7, '2026-11-22T10:00:00Z', signal),
  endConversation: (): Promise<ConversationView> => client.endConversation(id, { rating: 5 }, key, signal),
  issueToken: (): Promise<CallAccess> => client.issueToken(id, key, signal),
  saveMessage: (): Promise<SavedMessage> => client.saveMessage(id, { speaker: 'assistant', text: 'Xin chào', emotional_tone: 'warm' }, key, signal),
  listMessages: (): Promise<Transcript> => client.listMessages(id, 0, 100, signal),
  getRecording: (): Promise<RecordingAnswer> => client.getRecording(id, signal),
  reportConnection: (): Promise<ConnectionReportTaken> => client.reportConnection(id, { topology: 'sfu', quality: 'good', loss_percent: null }, key, signal),
  getNumbers: (): Promise<NumbersView> => client.getNumbers('Đào', '1990-05-17', '2026-11-22', 'vi', ['y_spoken', 'life_path_component'], 'Đào', signal),
  getConversationNumbers: (): Promise<NumbersView> => client.getConversationNumbers(id, '2026-11-22', 'en', ['peaks_pinnacles'], signal),
  measureTurns: (): Promise<TurnsView> =>
    client.measureTurns('2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z', 'vi', 'spoken', 'answered', 'azure', 'openai', 'elevenlabs', 'hour', signal),
  listEvents: (): Promise<EventPage> => client.listEvents(id, 0, 100, signal),
} satisfies Record<keyof NumerolyClient, () => Promise<unknown>>;

/** What is left out is left out, not filled with null. */
export const bareCalls = [client.createConversation(), client.endConversation(id), client.listConversations(), client.getConversation(id)];

/** A closed list of words narrows to nothing once each has had its turn. */
export function recordingWord({ recording }: ConversationView): string {
  switch (recording.status) {
    case 'none':
    case 'pending':
      return recording.status;
    case 'ready':
      return recording.link?.url ?? 'gone';
    case 'failed':
      return recording.failure_reason ?? 'unknown';
    default:
      return recording.status satisfies never;
  }
}

/** An app decides by the type of problem; a new one makes this fail until it is decided too. */
export function whatNext(problem: Problem): 'sign in' | 'ask again' | 'change it' | 'update' | 'say so' {
  switch (problem.type) {
    case 'urn:numeroly:problem:unauthenticated':
      return 'sign in';
    case 'urn:numeroly:problem:request-under-way':
    case 'urn:numeroly:problem:recording-pending':
    case 'urn:numeroly:problem:too-many-requests':
    case 'urn:numeroly:problem:daily-unavailable':
    case 'urn:numeroly:problem:daily-timed-out':
    case 'urn:numeroly:problem:daily-busy':
    case 'urn:numeroly:problem:store-unavailable':
    case 'urn:numeroly:problem:store-busy':
      return 'ask again';
    case 'urn:numeroly:problem:invalid-input':
    case 'urn:numeroly:problem:too-large':
    case 'urn:numeroly:problem:message-id-taken':
    case 'urn:numeroly:problem:idempotency-key-reused':
      return 'change it';
    case 'urn:numeroly:problem:app-too-old':
      return 'update';
    case 'urn:numeroly:problem:forbidden':
    case 'urn:numeroly:problem:not-found':
    case 'urn:numeroly:problem:method-not-allowed':
    case 'urn:numeroly:problem:unsupported-media-type':
    case 'urn:numeroly:problem:conversation-ended':
    case 'urn:numeroly:problem:recording-unavailable':
    case 'urn:numeroly:problem:reading-missing':
    case 'urn:numeroly:problem:daily-refused':
    case 'urn:numeroly:problem:daily-unauthorized':
    case 'urn:numeroly:problem:internal-error':
      return 'say so';
    default:
      return problem.type satisfies never;
  }
}

export async function reasonOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call;
  } catch (error) {
    const problem = problemOf(error);
    // @ts-expect-error Not every error is a problem.
    problem.type;
    const seconds: number | null | undefined = problem?.retry_after_seconds;
    const allowed: string[] | undefined = problem?.errors?.['rating'];
    return problem?.detail ?? allowed?.join() ?? seconds?.toString();
  }
  return undefined;
}

/** An event's type says what it has. */
export function said(event: EventView): string | null {
  return event.type === 'message_saved' ? `${event.speaker}: ${event.text}` : null;
}

export function refusals(view: ConversationView, page: ConversationPage, event: EventView, problem: Problem, failure: ApiException) {
  // @ts-expect-error Names are those of the JSON.
  view.conversationId;
  // @ts-expect-error A misspelled name.
  view.recording.duration_second;
  // @ts-expect-error Another word than there are.
  view.status === 'finished';
  // @ts-expect-error Nobody may have joined.
  view.joined_at.slice(0, 10);
  // @ts-expect-error Dates are strings.
  view.created_at.getTime();
  // @ts-expect-error There may be no first one.
  page.items[0].rating;
  // @ts-expect-error Not every event has a text; its type has to be looked at first.
  event.text;
  // @ts-expect-error A type that no event has.
  event.type === 'conversation_ended';
  // @ts-expect-error A type that no problem has.
  problem.type === 'urn:numeroly:problem:gone';
  // @ts-expect-error There is no error for a field without asking.
  problem.errors['rating'];
  // @ts-expect-error Not what an exception is called here.
  failure.statusCode;
  // @ts-expect-error A message has a speaker.
  client.saveMessage(id, { text: 'Xin chào' });
  // @ts-expect-error A misspelled name.
  client.saveMessage(id, { speaker: 'user', text: 'Xin chào', messageId: id });
  // @ts-expect-error Another tone than there are.
  client.saveMessage(id, { speaker: 'assistant', text: 'Xin chào', emotional_tone: 'angry' });
  // @ts-expect-error The key is not the request.
  client.createConversation(key, { language: 'vi' });
  // @ts-expect-error Another status than there are.
  client.listConversations(20, 0, undefined, 'finished');
  // @ts-expect-error An id is needed.
  client.getRecording();
  // @ts-expect-error Whoever connects says where from a token comes.
  connect({ url: 'https://api.example.com' });
}

/** The names of the places in a type where anything goes; never when there is none. */
type Unchecked<T> = 0 extends 1 & T ? 'any'
  : T extends readonly (infer Item)[] ? Unchecked<Item>
  : T extends object ? { [Name in keyof T & string]-?: [Unchecked<T[Name]>] extends [never] ? never : Name }[keyof T & string]
  : never;
type IsChecked<T> = [Unchecked<T>] extends [never] ? true : false;

type Answers = { [Name in keyof typeof calls]: Awaited<ReturnType<NumerolyClient[Name]>> };
type Requests = { create: CreateConversationRequest; end: EndConversationRequest; save: SaveMessageRequest; report: ReportConnectionRequest };
export const answersAreChecked: IsChecked<Answers> = true;
export const requestsAreChecked: IsChecked<Requests> = true;
export const problemsAreChecked: IsChecked<Problem> = true;
export const anythingInsideIsFound: IsChecked<{ items: { open: any | null }[]; total: number }> = false;
