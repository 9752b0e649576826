import { screen } from '@testing-library/react-native';
import { hold, later, letGo, press } from '../testing/acting';
import { holdConversation, stateShown } from '../testing/held-conversation';

jest.mock('expo-audio', () => ({}));
jest.mock('expo-crypto', () => ({ randomUUID: () => globalThis.crypto.randomUUID() }));
jest.mock('../call/daily', () => jest.requireActual('../testing/under-test'));
jest.mock('../live-feed/streaming-fetch', () => jest.requireActual('../testing/under-test'));
jest.mock('../call/asking-for-microphone', () => jest.requireActual('../testing/under-test'));

// Everything goes by the test's clock, except what carries the answers of the server.
beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] }));
afterEach(() => void jest.useRealTimers());

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

test('joined from elsewhere, it says so and can take the call back', async () => {
  const { call } = await holdConversation();
  await call.ends('ejected');
  expect(screen.getByText('Bạn đang nói ở thiết bị khác')).toBeTruthy();
  await press('Vào lại');
  expect(call.joinedWith).toHaveLength(2);
});

test('what is said while the assistant is not in the call is told to have reached nobody, at once and until the next turn', async () => {
  const { call } = await holdConversation();
  await hold();
  await later(350);
  await letGo();
  expect(screen.getByText('Mình chưa nghe được lời vừa rồi')).toBeTruthy();
  expect(stateShown()).not.toBe('Đang suy nghĩ');
  await call.assistantJoins();
  await hold();
  await later(350);
  await letGo();
  expect(screen.queryByText('Mình chưa nghe được lời vừa rồi')).toBeNull();
  expect(stateShown()).toBe('Đang suy nghĩ');
});
