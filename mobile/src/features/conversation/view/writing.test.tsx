import { act, fireEvent, screen } from '@testing-library/react-native';
import { later, press } from '../testing/acting';
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

test('what was typed while the server was away is sent by itself when it is back, once', async () => {
  const { server } = await holdConversation(undefined, { kind: 'new', withVoice: false });
  for (let attempt = 0; attempt < 4; attempt++) server.refuses('POST /conversations/{id}/messages', 'no answer');
  await act(async () => {
    fireEvent.changeText(screen.getByTestId('message-field'), 'Chào');
    await settled();
  });
  await press('Gửi');
  await later(9_000);
  expect(screen.getByText('Chưa gửi được.')).toBeTruthy();
  await later(15_000);
  expect(screen.queryByText('Chưa gửi được.')).toBeNull();
  expect(server.messages.map(({ text }) => text)).toEqual(['Chào']);
});
