import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';
import { settled } from '../testing/fake-call';
import { conversationId } from '../testing/fake-server';
import { holdConversation, stateShown } from '../testing/held-conversation';

jest.mock('expo-audio', () => ({}));
jest.mock('expo-crypto', () => ({ randomUUID: () => globalThis.crypto.randomUUID() }));
jest.mock('../call/daily', () => jest.requireActual('../testing/under-test'));
jest.mock('../live-feed/streaming-fetch', () => jest.requireActual('../testing/under-test'));
jest.mock('../call/asking-for-microphone', () => jest.requireActual('../testing/under-test'));

// Everything goes by the test's clock, except what carries the answers of the server.
beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] }));
afterEach(() => void jest.useRealTimers());

/** daily-react tells of changes in the call at most this often. */
const DAILY_REACT_MS = 150;

async function later(milliseconds: number): Promise<void> {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(milliseconds);
    await settled();
  });
}

async function hold(): Promise<void> {
  await act(async () => {
    fireEvent(screen.getByTestId('talk-button'), 'pressIn');
    await settled();
  });
  await later(DAILY_REACT_MS);
}

async function letGo(): Promise<void> {
  await act(async () => {
    fireEvent(screen.getByTestId('talk-button'), 'pressOut');
    await settled();
  });
}

async function press(name: string, event: 'press' | 'pressIn' = 'press'): Promise<void> {
  await act(async () => {
    fireEvent(screen.getByRole('button', { name }), event);
    await settled();
  });
}

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
    { type: 'user_input_started', data: { conversationId } },
    { type: 'user_input_ended', data: { conversationId } },
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
  await call.assistantSays({ type: 'transcription_update', data: { text: 'Số chủ', confidence: 0.5, isFinal: false, seq: 2 } });
  expect(screen.getByText(/^Số chủ/, { includeHiddenElements: true })).toBeTruthy(); // what is still changing is not read aloud
  await call.assistantSays({ type: 'transcription_update', data: { text: 'Số chủ đạo của mình', confidence: 0.9, isFinal: true, seq: 3 } });
  await server.says('User', 'Số chủ đạo của mình');
  await call.assistantSays({ type: 'assistant_response', data: { text: 'Là số 4.', emotionalTone: 'warm', seq: 4 } });
  await server.says('Assistant', 'Là số 4.');
  expect(screen.getAllByText('Số chủ đạo của mình')).toHaveLength(1);
  expect(screen.getAllByText('Là số 4.')).toHaveLength(1);
});

test('the assistant is shown speaking as long as it is heard', async () => {
  const { call } = await holdConversation();
  await call.assistantJoins();
  await call.assistantSays({ type: 'processing_status', data: { status: 'synthesizing', seq: 3 } });
  expect(stateShown()).toBe('Sắp trả lời');
  await call.assistantIsHeard(0.4);
  expect(stateShown()).toBe('Đang trả lời');
  await later(800);
  expect(stateShown()).toBe('Mình đang ở đây');
});

test('app messages that are lost are asked for', async () => {
  const { call, server } = await holdConversation();
  server.messages = [{ message_id: 'm3', version: 3, speaker: 'assistant', text: 'Chào bạn', confidence: null, emotional_tone: 'warm', heard: null, spoken_at: '', saved_at: '' }];
  await call.assistantSays({ type: 'processing_status', data: { status: 'complete', seq: 3 } });
  await later(2_000);
  expect(screen.getAllByText('Chào bạn')).not.toHaveLength(0);
});

test('a typed message shows at once and is saved under its own id', async () => {
  const { server } = await holdConversation();
  await press('Nhắn bằng chữ');
  await act(async () => {
    fireEvent.changeText(screen.getByTestId('message-field'), '  Năm nay thế nào?  ');
    await settled();
  });
  await press('Gửi');
  expect(screen.getByText('Năm nay thế nào?')).toBeTruthy();
  const [saved] = server.askedFor('POST /conversations/{id}/messages');
  expect(saved?.body).toMatchObject({ speaker: 'user', text: 'Năm nay thế nào?', message_id: saved?.key });
});

test('a typed message that cannot be saved stays and can be sent again', async () => {
  const { server } = await holdConversation(undefined, { kind: 'new', withVoice: false });
  server.refuses('POST /conversations/{id}/messages', 'invalid-input', 400);
  await act(async () => {
    fireEvent.changeText(screen.getByTestId('message-field'), 'Chào');
    await settled();
  });
  await press('Gửi');
  expect(screen.getByText('Chưa gửi được.')).toBeTruthy();
  await press('Gửi lại');
  expect(screen.queryByText('Chưa gửi được.')).toBeNull();
  const keys = server.askedFor('POST /conversations/{id}/messages').map(({ key }) => key);
  expect(new Set(keys).size).toBe(1);
});

test('in writing nothing of the call is touched, until the person wants to talk', async () => {
  const { call } = await holdConversation(undefined, { kind: 'new', withVoice: false });
  expect(stateShown()).toBe('Bạn cứ nhắn');
  expect(call.joinedWith).toHaveLength(0);
  await press('Nói chuyện bằng giọng');
  expect(call.joinedWith).toHaveLength(1);
});

test('a microphone that is not allowed is told with the way out, and writing remains', async () => {
  const { call } = await holdConversation((parts) => { parts.microphone = 'denied'; });
  await call.microphoneFails('permissions');
  expect(screen.getByText('Chưa được phép dùng micro')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Mở Cài đặt' })).toBeTruthy();
  await press('Nhắn chữ');
  expect(screen.getByTestId('message-field')).toBeTruthy();
});

test('without a microphone holding the button does not pretend to listen', async () => {
  const { call } = await holdConversation();
  await call.assistantJoins();
  await call.microphoneFails('not-found');
  await hold();
  expect(stateShown()).toBe('Mình đang ở đây');
  expect(screen.getByText('Không thấy micro')).toBeTruthy();
});

test('a lost network is told with the count of tries, and so is its return', async () => {
  const { call } = await holdConversation();
  await call.assistantJoins();
  await call.network('signaling', 'interrupted');
  expect(screen.getByText('Mạng đang chập chờn')).toBeTruthy();
  expect(screen.getByText('Thử lại lần 1')).toBeTruthy();
  expect(screen.getByText('Mất kết nối')).toBeTruthy();
  await call.network('signaling', 'connected');
  expect(screen.queryByText('Mạng đang chập chờn')).toBeNull();
  expect(stateShown()).toBe('Mình đang ở đây');
});

test('losing the call while talking does not leave the person talking to nobody', async () => {
  const { call } = await holdConversation(({ call: prepared }) => prepared.answers.push('joined', ...Array.from({ length: 6 }, () => ({ type: 'connection-error' }))));
  await call.assistantJoins();
  await hold();
  await call.ends('connection-error');
  expect(stateShown()).toBe('Đang nối lại…');
  call.answers.length = 0;
  await press('Thử ngay');
  expect(stateShown()).toBe('Mình đang ở đây');
  expect(call.sent).toHaveLength(1);
});

test('a full room is told, and can be tried again', async () => {
  const { call } = await holdConversation(({ call: prepared }) => prepared.answers.push({ type: 'meeting-full' }));
  expect(screen.getByText('Phòng đang đủ người')).toBeTruthy();
  await press('Vào lại');
  expect(screen.queryByText('Phòng đang đủ người')).toBeNull();
  expect(call.joinedWith).toHaveLength(2);
});

test('a browser without calls says so, and one can write', async () => {
  await holdConversation((parts) => { parts.canHoldCalls = false; });
  expect(screen.getByText('Trình duyệt này không gọi được')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Vào lại' })).toBeNull();
});

test.each([
  ['limit', 'Đã hết thời gian'],
  ['operator', 'Cuộc trò chuyện đã được dừng'],
  ['user', 'Cuộc trò chuyện đã kết thúc'],
] as const)('put out because of %s, the server is asked why and the answer shown', async (cause, title) => {
  const { call, server, led } = await holdConversation();
  server.endCause = cause;
  await call.ends('ejected');
  expect(screen.getAllByText(title)).not.toHaveLength(0);
  await press('Xem lại');
  expect(led).toEqual([`read ${conversationId}`]);
});

test('ended elsewhere, the live feed tells before the call does', async () => {
  const { server } = await holdConversation();
  await server.commits('ended', { Cause: 'Limit', Rating: null });
  expect(screen.getAllByText('Đã hết thời gian')).not.toHaveLength(0);
});

test('joined from elsewhere, it says so and can take the call back', async () => {
  const { call } = await holdConversation();
  await call.ends('ejected');
  expect(screen.getByText('Bạn đang nói ở thiết bị khác')).toBeTruthy();
  await press('Vào lại');
  expect(call.joinedWith).toHaveLength(2);
});

test('where the calling service is down at the start, that is told, and another try may work', async () => {
  const { server } = await holdConversation(({ server: prepared }) => prepared.refuses('POST /conversations', 'daily-refused', 502));
  expect(screen.getByText('Chưa mở được cuộc gọi')).toBeTruthy();
  await press('Thử lại');
  expect(stateShown()).toBe('Mình đang đến…');
  expect(new Set(server.askedFor('POST /conversations').map(({ key }) => key)).size).toBe(2);
});

test('an app that is too old is told to be updated', async () => {
  await holdConversation(({ server }) => server.refuses('POST /conversations', 'app-too-old', 426));
  expect(screen.getByText('Đã có phiên bản mới')).toBeTruthy();
});

test('ending leaves the call at once, and the rating goes with the ending', async () => {
  const { call, server, led } = await holdConversation();
  await press('Kết thúc');
  expect(call.done).toContain('left');
  expect(screen.getByText('Bạn thấy thế nào?')).toBeTruthy();
  expect(server.askedFor('PATCH')).toHaveLength(0);
  await act(async () => {
    fireEvent.press(screen.getByRole('radio', { name: '4 sao' }));
    await settled();
  });
  await press('Xong');
  expect(server.askedFor('PATCH').map(({ body }) => body)).toEqual([{ rating: 4 }]);
  expect(led).toEqual(['home']);
});

test('skipping the rating ends without one', async () => {
  const { server, led } = await holdConversation();
  await press('Kết thúc');
  await press('Bỏ qua');
  expect(server.askedFor('PATCH').map(({ body }) => body)).toEqual([{ rating: null }]);
  expect(led).toEqual(['home']);
});

test('leaving the rating screen ends the conversation with the stars chosen so far, once', async () => {
  const { server, leave } = await holdConversation();
  await press('Kết thúc');
  await act(async () => {
    fireEvent.press(screen.getByRole('radio', { name: '2 sao' }));
    await settled();
  });
  leave();
  await act(settled);
  expect(server.askedFor('PATCH').map(({ body }) => body)).toEqual([{ rating: 2 }]);
});

test('a conversation that goes on is taken up with a fresh token and what was said', async () => {
  const { call, server } = await holdConversation(undefined, { kind: 'resume', conversationId, withVoice: true });
  await waitFor(() => expect(call.joinedWith).toHaveLength(1));
  await server.says('Assistant', 'Mình nói đến đâu rồi nhỉ?');
  expect(server.askedFor('POST /conversations/{id}/token')).toHaveLength(1);
  expect(screen.getAllByText('Mình nói đến đâu rồi nhỉ?')).not.toHaveLength(0);
});
