import { act, screen } from '@testing-library/react-native';
import { preferencesStore } from '@/features/settings/preferences';
import { deviceRecogniser } from '../recognition/device-recogniser';
import { LAST_WORDS_MS } from '../recognition/speech-recogniser';
import { webSpeechEngine } from '../recognition/web-speech-engine';
import { hold, later, letGo, press } from '../testing/acting';
import { settled } from '../testing/fake-call';
import { FakeSpeechHost } from '../testing/fake-speech-recognition';
import { conversationId } from '../testing/fake-server';
import { holdConversation, stateShown } from '../testing/held-conversation';

jest.mock('expo-audio', () => ({}));
jest.mock('expo-crypto', () => ({ randomUUID: () => globalThis.crypto.randomUUID() }));
jest.mock('../call/daily', () => jest.requireActual('../testing/under-test'));
jest.mock('../live-feed/streaming-fetch', () => jest.requireActual('../testing/under-test'));
jest.mock('../call/asking-for-microphone', () => jest.requireActual('../testing/under-test'));
jest.mock('../recognition/loading-recogniser', () => jest.requireActual('../testing/under-test'));

// Everything goes by the test's clock, except what carries the answers of the server.
beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] }));
afterEach(() => {
  jest.useRealTimers();
  preferencesStore.set({ ...preferencesStore.get(), talkMode: 'hold' });
});

const SAVED = 'POST /conversations/{id}/messages';

async function talkToDevice(talkMode: 'hold' | 'open' = 'hold', takesTracks = false) {
  preferencesStore.set({ ...preferencesStore.get(), talkMode });
  const speech = new FakeSpeechHost();
  const engine = webSpeechEngine(speech.asHost(takesTracks));
  const held = await holdConversation((parts) => {
    parts.recogniser = engine && deviceRecogniser(engine);
  });
  await held.call.assistantJoins();
  return { ...held, speech };
}

async function holdForAWhile(): Promise<void> {
  await hold();
  await later(350);
}

describe('a turn that is held', () => {
  test('shows what the device understands at once, saves it when let go, and tells the assistant under which id', async () => {
    const { call, server, speech } = await talkToDevice();
    await holdForAWhile();
    await speech.understands('số chủ đạo', false);
    expect(screen.getByText(/^số chủ đạo/, { includeHiddenElements: true })).toBeTruthy();
    await letGo();
    await speech.understands('Số chủ đạo là gì?', true, 0.87);
    await speech.happens((run) => run.ends());

    const [saved] = server.askedFor(SAVED);
    expect(saved?.body).toMatchObject({ speaker: 'user', text: 'Số chủ đạo là gì?', confidence: expect.closeTo(0.87), message_id: saved?.key });
    expect(call.sent).toEqual([
      { type: 'user_input_started', data: { conversationId, turns: 'hold', recognisedBy: 'device' } },
      { type: 'user_input_ended', data: { conversationId, turns: 'hold', recognisedBy: 'device', messageId: saved?.body.message_id } },
    ]);
    expect(screen.getAllByText('Số chủ đạo là gì?')).toHaveLength(1);
    expect(stateShown()).toBe('Đang suy nghĩ');
  });

  test('does not wait for last words longer than bearable', async () => {
    const { call, server, speech } = await talkToDevice();
    await holdForAWhile();
    await speech.understands('năm nay thế nào', false);
    await letGo();
    expect(call.sent).toHaveLength(1);
    await later(LAST_WORDS_MS);
    expect(server.askedFor(SAVED).map(({ body }) => body.text)).toEqual(['năm nay thế nào']);
    expect(call.sent).toHaveLength(2);
  });

  test('of which nothing is understood is left to the assistant', async () => {
    const { call, server, speech } = await talkToDevice();
    await holdForAWhile();
    await letGo();
    await speech.happens((run) => run.fails('no-speech'));
    expect(call.sent.at(-1)).toEqual({ type: 'user_input_ended', data: { conversationId, turns: 'hold', recognisedBy: 'assistant' } });
    expect(server.askedFor(SAVED)).toHaveLength(0);
    await call.assistantSays({ type: 'transcription_update', data: { text: 'Nghe được rồi', confidence: 0.9, isFinal: true }, seq: 3 });
    expect(screen.getByText('Nghe được rồi')).toBeTruthy();
  });

  test('with a recogniser that does not work goes to the assistant, and so do all turns after it', async () => {
    const { call, speech } = await talkToDevice();
    speech.onStart = (run) => run.fails('service-not-allowed');
    for (let turn = 0; turn < 2; turn++) {
      await holdForAWhile();
      await letGo();
    }
    expect(call.sent.map((message) => (message as { data: { recognisedBy: string } }).data.recognisedBy)).toEqual(['device', 'assistant', 'assistant', 'assistant']);
    expect(speech.runs).toHaveLength(1);
  });

  test('right after another ends that one first, with what was understood', async () => {
    const { call, speech } = await talkToDevice();
    await holdForAWhile();
    await speech.understands('Khoan đã', false);
    await letGo();
    await later(800);
    await holdForAWhile();
    expect(call.sent.map((message) => (message as { type: string }).type)).toEqual(['user_input_started', 'user_input_ended', 'user_input_started']);
    expect(screen.getByText('Khoan đã')).toBeTruthy();
  });

  test('is forgotten by the device when the call is lost', async () => {
    const { call, server, speech } = await talkToDevice();
    await holdForAWhile();
    await speech.understands('Mình muốn hỏi', false);
    await call.network('signaling', 'interrupted');
    expect(speech.latest.done).toContain('abort');
    expect(screen.queryByText(/Mình muốn hỏi/, { includeHiddenElements: true })).toBeNull();
    await later(LAST_WORDS_MS);
    expect(server.askedFor(SAVED)).toHaveLength(0);
  });
});

describe('a microphone that stays open', () => {
  async function open() {
    const held = await talkToDevice('open');
    await press('Bật micro');
    await later(350);
    return held;
  }

  test('is shown to listen until one touch mutes it', async () => {
    const { call, speech } = await open();
    expect(stateShown()).toBe('Đang nghe bạn');
    expect(call.sent).toEqual([{ type: 'user_input_started', data: { conversationId, turns: 'open', recognisedBy: 'device' } }]);
    await press('Tắt micro');
    await speech.happens((run) => run.ends());
    expect(call.done.at(-1)).toBe('microphone off');
    expect(stateShown()).toBe('Mình đang ở đây');
    expect(call.sent.at(-1)).toEqual({ type: 'user_input_ended', data: { conversationId, turns: 'open', recognisedBy: 'assistant' } });
  });

  test('has each sentence saved by itself, answered, and goes on listening', async () => {
    const { call, server, speech } = await open();
    await speech.understands('Số 4 là gì?', true);
    await server.says('assistant', 'Là người dựng nền.');
    expect(stateShown()).toBe('Đang nghe bạn');
    await later(8_000);
    await speech.happens((run) => run.fails('no-speech'));
    await speech.understands('Còn số 5?', true);
    await press('Tắt micro');
    await speech.happens((run) => run.ends());
    const saved = server.askedFor(SAVED);
    expect(saved.map(({ body }) => body.text)).toEqual(['Số 4 là gì?', 'Còn số 5?']);
    expect(call.sent.at(-1)).toEqual({ type: 'user_input_ended', data: { conversationId, turns: 'open', recognisedBy: 'device', messageId: saved[1]?.body.message_id } });
  });

  test('does not take the assistant in the loudspeaker for the person', async () => {
    const { call, server, speech } = await open();
    await call.assistantIsHeard(0.4);
    expect(stateShown()).toBe('Đang trả lời');
    expect(speech.latest.done).toContain('stop');
    await speech.happens((run) => run.ends());
    await later(700);
    expect(speech.runs).toHaveLength(2);
    await speech.understands('Cảm ơn bạn', true);
    expect(server.askedFor(SAVED).map(({ body }) => body.text)).toEqual(['Cảm ơn bạn']);
  });

  test("goes on listening while the assistant is heard, where the browser hears the call's own microphone", async () => {
    const { call, server, speech } = await talkToDevice('open', true);
    call.localTrack = { readyState: 'live' } as MediaStreamTrack;
    await press('Bật micro');
    await later(350);
    expect(speech.latest.startedWith).toBe(call.localTrack);
    await call.assistantIsHeard(0.4);
    await speech.understands('Khoan, còn số 5?', true);
    expect(speech.runs).toHaveLength(1);
    expect(server.askedFor(SAVED).map(({ body }) => body.text)).toEqual(['Khoan, còn số 5?']);
  });

  test('is handed to the assistant when the recogniser fails in the middle', async () => {
    const { call, server, speech } = await open();
    await speech.understands('Số 4 là gì?', true);
    await speech.happens((run) => run.fails('network'));
    const [saved] = server.askedFor(SAVED);
    expect(call.sent.slice(1)).toEqual([
      { type: 'user_input_ended', data: { conversationId, turns: 'open', recognisedBy: 'device', messageId: saved?.body.message_id } },
      { type: 'user_input_started', data: { conversationId, turns: 'open', recognisedBy: 'assistant' } },
    ]);
    expect(stateShown()).not.toBe('Mình đang ở đây');
    expect(screen.getByRole('button', { name: 'Tắt micro' })).toBeTruthy();
  });

  test('is open again when the network is back', async () => {
    const { call } = await open();
    await call.network('signaling', 'interrupted');
    expect(stateShown()).toBe('Đang nối lại…');
    await call.network('signaling', 'connected');
    await later(350);
    expect(stateShown()).toBe('Đang nghe bạn');
    expect(call.sent.at(-1)).toEqual({ type: 'user_input_started', data: { conversationId, turns: 'open', recognisedBy: 'device' } });
  });

  test('lets go of the recogniser when the conversation ends', async () => {
    const { speech, leave } = await open();
    await act(async () => {
      leave();
      await settled();
    });
    expect(speech.latest.done).toContain('abort');
  });
});

describe('speaking over the assistant', () => {
  test('silences it at once, and only until it has stopped by itself', async () => {
    const { call } = await talkToDevice();
    await call.assistantIsHeard(0.4);
    await hold();
    expect(call.remoteTrack.enabled).toBe(false);
    await later(400);
    expect(call.remoteTrack.enabled).toBe(true);
  });

  test('lets it be heard again when the turn ends before that', async () => {
    const { call } = await talkToDevice();
    await call.assistantIsHeard(0.4);
    await hold();
    await letGo();
    expect(call.remoteTrack.enabled).toBe(true);
  });

  test('into an open microphone silences it as soon as the person is heard, once in an answer', async () => {
    const { call } = await talkToDevice('open');
    await press('Bật micro');
    await later(150);
    await call.assistantIsHeard(0.4);
    await call.personIsHeard(0.3);
    expect(call.remoteTrack.enabled).toBe(true);
    await call.personIsHeard(0.3);
    expect(call.remoteTrack.enabled).toBe(false);
    await later(400);
    await call.assistantIsHeard(0.4);
    await call.personIsHeard(0.3);
    await call.personIsHeard(0.3);
    expect(call.remoteTrack.enabled).toBe(true);
  });

  test('that is silent changes nothing', async () => {
    const { call } = await talkToDevice();
    await hold();
    expect(call.remoteTrack.enabled).toBe(true);
  });
});
