import { screen } from '@testing-library/react-native';
import { Circle } from 'react-native-svg';
import { numbersView } from '@/testing/fake-api';
import { later } from '../testing/acting';
import { holdConversation } from '../testing/held-conversation';

jest.mock('expo-audio', () => ({}));
jest.mock('expo-crypto', () => ({ randomUUID: () => globalThis.crypto.randomUUID() }));
jest.mock('../call/daily', () => jest.requireActual('../testing/under-test'));
jest.mock('../live-feed/streaming-fetch', () => jest.requireActual('../testing/under-test'));
jest.mock('../call/asking-for-microphone', () => jest.requireActual('../testing/under-test'));

// Everything goes by the test's clock, except what carries the answers of the server.
beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] }));
afterEach(() => void jest.useRealTimers());

const answer = 'Số 4 là người dựng nền, chắc chắn và bền bỉ.';
const messageId = '00000000-0000-7000-8000-000000000099';

/** How many digits of the ring stand out as the main one. */
const mainDigits = () => screen.UNSAFE_getAllByType(Circle).filter(({ props }) => (props as { r: number }).r === 9).length;

test('an answer that was cut off shows what was heard, where it was cut, and what was not heard', async () => {
  const { server } = await holdConversation();
  await server.says('assistant', answer, messageId);
  await server.commits('answer_interrupted', { message_id: messageId, heard: 'Số 4 là người dựng nền,', cause: 'person_spoke' });
  expect(screen.getByText('Số 4 là người dựng nền,')).toBeTruthy();
  expect(screen.getByText('Bạn nghe đến đây')).toBeTruthy();
  expect(screen.getByLabelText('Chưa nghe: chắc chắn và bền bỉ.')).toBeTruthy();
});

test('an answer of which nothing was heard says so', async () => {
  const { server } = await holdConversation();
  await server.says('assistant', answer, messageId);
  await server.commits('answer_interrupted', { message_id: messageId, heard: '', cause: 'person_spoke' });
  expect(screen.getByLabelText(`Chưa nghe: ${answer}`)).toBeTruthy();
});

test('an assistant that took over and one that answers more simply say so quietly, once', async () => {
  const { server } = await holdConversation();
  await server.commits('assistant_arrived', { ordinal: 1 });
  expect(screen.queryByText('Mình vừa vào lại, ta nói tiếp nhé.')).toBeNull();
  await server.commits('assistant_arrived', { ordinal: 2 });
  await server.commits('provider_failed', { stage: 'reply', fell_back_to: 'guide' });
  await server.commits('provider_failed', { stage: 'reply', fell_back_to: 'guide' });
  expect(screen.getByText('Mình vừa vào lại, ta nói tiếp nhé.')).toBeTruthy();
  expect(screen.getAllByText('Từ đây mình trả lời giản dị hơn một chút.')).toHaveLength(1);
});

test('the ring lights while talking, as soon as the conversation knows whom it is about', async () => {
  const { server } = await holdConversation();
  const asked = () => server.askedFor('GET /conversations/{id}/numbers').length;
  expect(asked()).toBe(0);
  expect(mainDigits()).toBe(0);
  server.numbers = numbersView;
  await server.commits('reading_learnt', { reading: { name: 'Minh Anh', birth_date: '1998-08-14' } });
  expect(asked()).toBe(1);
  await later(50);
  expect(mainDigits()).toBe(1);
});
