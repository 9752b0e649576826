import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';
import { press } from '../testing/acting';
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
  await server.commits('ended', { cause: 'limit', rating: null });
  expect(screen.getAllByText('Đã hết thời gian')).not.toHaveLength(0);
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
  await server.says('assistant', 'Mình nói đến đâu rồi nhỉ?');
  expect(server.askedFor('POST /conversations/{id}/token')).toHaveLength(1);
  expect(screen.getAllByText('Mình nói đến đâu rồi nhỉ?')).not.toHaveLength(0);
});
