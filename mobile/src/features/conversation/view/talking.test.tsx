import { act, fireEvent, screen } from '@testing-library/react-native';
import { DAILY_REACT_MS, hold, later, letGo, press } from '../testing/acting';
import { conversationId } from '../testing/fake-server';
import { settled } from '../testing/fake-call';
import { holdConversation, stateShown } from '../testing/held-conversation';

jest.mock('expo-audio', () => ({}));
jest.mock('expo-crypto', () => ({ randomUUID: () => globalThis.crypto.randomUUID() }));
jest.mock('../call/daily', () => jest.requireActual('../testing/under-test'));
jest.mock('../live-feed/streaming-fetch', () => jest.requireActual('../testing/under-test'));
jest.mock('../call/asking-for-microphone', () => jest.requireActual('../testing/under-test'));

// Everything goes by the test's clock, except what carries the answers of the server.
beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] }));
afterEach(() => void jest.useRealTimers());

test('started by voice, it joins the call and is ready', async () => {
  const { call } = await holdConversation();
  await call.assistantJoins();
  expect(stateShown()).toBe('Mình đang ở đây');
  expect(screen.getByRole('button', { name: 'Giữ để nói' })).toBeEnabled();
});

test('holding the button opens the microphone and says so, letting go asks for the answer', async () => {
  const { call } = await holdConversation();
  await call.assistantJoins();
  await hold();
  expect(stateShown()).toBe('Đang nghe bạn');
  expect(screen.getByRole('button', { name: 'Thả để gửi' })).toBeTruthy();
  await later(350);
  await letGo();
  expect(stateShown()).toBe('Đang suy nghĩ');
  expect(call.done.slice(-2)).toEqual(['microphone on', 'microphone off']);
  expect(call.sent).toEqual([
    { type: 'user_input_started', data: { conversationId, turns: 'hold', recognisedBy: 'assistant' } },
    { type: 'user_input_ended', data: { conversationId, turns: 'hold', recognisedBy: 'assistant' } },
  ]);
});

test('a touch too short to say anything asks for nothing and explains itself', async () => {
  const { call } = await holdConversation();
  await call.assistantJoins();
  await press('Giữ để nói', 'pressIn');
  await letGo();
  expect(stateShown()).toBe('Mình đang ở đây');
  expect(screen.getByText('Bạn giữ nút trong lúc nói nhé.')).toBeTruthy();
});

test('a screen reader, which cannot hold, begins and ends with a double tap each', async () => {
  const { call } = await holdConversation();
  await call.assistantJoins();
  await press('Giữ để nói');
  await later(DAILY_REACT_MS);
  expect(stateShown()).toBe('Đang nghe bạn');
  await press('Thả để gửi');
  expect(call.sent).toHaveLength(2);
});

test('words show while they are heard, then as they were saved, once', async () => {
  const { call, server } = await holdConversation();
  await call.assistantJoins();
  await call.assistantSays({ type: 'transcription_update', data: { text: 'Số chủ', confidence: 0.5, isFinal: false }, seq: 2 });
  expect(screen.getByText(/^Số chủ/, { includeHiddenElements: true })).toBeTruthy(); // what is still changing is not read aloud
  await call.assistantSays({ type: 'transcription_update', data: { text: 'Số chủ đạo của mình', confidence: 0.9, isFinal: true }, seq: 3 });
  await server.says('user', 'Số chủ đạo của mình');
  await call.assistantSays({ type: 'assistant_response', data: { text: 'Là số 4.', emotionalTone: 'warm' }, seq: 4 });
  await server.says('assistant', 'Là số 4.');
  expect(screen.getAllByText('Số chủ đạo của mình')).toHaveLength(1);
  expect(screen.getAllByText('Là số 4.')).toHaveLength(1);
});

test('the assistant is shown speaking as long as it is heard', async () => {
  const { call } = await holdConversation();
  await call.assistantJoins();
  await call.assistantSays({ type: 'processing_status', data: { status: 'synthesizing' }, seq: 3 });
  expect(stateShown()).toBe('Sắp trả lời');
  await call.assistantIsHeard(0.4);
  expect(stateShown()).toBe('Đang trả lời');
  await later(800);
  expect(stateShown()).toBe('Mình đang ở đây');
});

test('app messages that are lost are asked for', async () => {
  const { call, server } = await holdConversation();
  server.messages = [{ message_id: 'm3', version: 3, speaker: 'assistant', text: 'Chào bạn', confidence: null, emotional_tone: 'warm', heard: null, spoken_at: '', saved_at: '' }];
  await call.assistantSays({ type: 'processing_status', data: { status: 'complete' }, seq: 3 });
  await later(2_000);
  expect(screen.getAllByText('Chào bạn')).not.toHaveLength(0);
});

test('on a phone the sound is sent where the person wants it', async () => {
  const { call } = await holdConversation();
  await press('Chọn micro và loa');
  await act(async () => {
    fireEvent.press(screen.getByRole('radio', { name: 'Bluetooth' }));
    await settled();
  });
  expect(call.done).toContain('route BLUETOOTH');
  expect(screen.getByRole('radio', { name: 'Bluetooth' })).toBeChecked();
});

test('the network is reported once as it is found, and again when it changes', async () => {
  const { call, server } = await holdConversation();
  await later(12_000);
  const reported = () => server.askedFor('POST /conversations/{id}/connection').map(({ body }) => body);
  expect(reported().at(-1)).toEqual({ topology: 'sfu', quality: 'good', bandwidth_kbps: 48, loss_percent: 0 });
  const before = reported().length;
  call.stats = { latest: { timestamp: 2, sendBitsPerSecond: 24_000, recvBitsPerSecond: 12_000, audioRecvPacketLoss: 0.2, networkRoundTripTime: 0.05 } };
  await later(12_000);
  expect(reported().slice(before)).toEqual([{ topology: 'sfu', quality: 'bad', bandwidth_kbps: 36, loss_percent: 20 }]);
  expect(screen.getByText('Mạng rất yếu')).toBeTruthy();
});

test('without an assistant in the call the person is told that it answers in writing, and does so', async () => {
  const { server } = await holdConversation();
  await later(21_000);
  expect(screen.getByText('Mình trả lời bằng chữ nhé')).toBeTruthy();
  await press('Nhắn chữ');
  await act(async () => {
    fireEvent.changeText(screen.getByTestId('message-field'), 'Số 4 là gì?');
    await settled();
  });
  await press('Gửi');
  await server.says('assistant', 'Là người dựng nền.');
  expect(screen.getAllByText('Là người dựng nền.').length).toBeGreaterThan(0);
  expect(stateShown()).toBe('Bạn cứ nhắn');
});

test('a question that nobody answers does not keep the ring thinking', async () => {
  const { call } = await holdConversation();
  await call.assistantJoins();
  await hold();
  await later(500);
  await letGo();
  await later(26_000);
  expect(stateShown()).toBe('Mình đang ở đây');
  expect(screen.getByText('Mình chưa trả lời được')).toBeTruthy();
});
