import { fireEvent, screen, waitFor } from '@testing-library/react-native';
import { conversation, FakeApi, message, numbersView } from '@/testing/fake-api';
import { parameters } from '@/testing/fake-router';
import { renderScreen } from '@/testing/rendering';
import { PastConversationScreen } from './past-conversation-screen';

jest.mock('expo-router', () => jest.requireActual('@/testing/fake-router'));

const mockPlayer = { play: jest.fn(), pause: jest.fn(), seekTo: jest.fn(async () => undefined), setPlaybackRate: jest.fn() };
jest.mock('expo-audio', () => ({
  setAudioModeAsync: async () => undefined,
  useAudioPlayer: () => mockPlayer,
  useAudioPlayerStatus: () => ({ playing: false, currentTime: 62, duration: 700, didJustFinish: false }),
}));

function past(more: Parameters<typeof conversation>[1] = {}): FakeApi {
  parameters['id'] = 'c1';
  return new FakeApi()
    .answer('GET', /^\/conversations\/c1$/, () => conversation('c1', more))
    .answer('GET', /\/messages$/, () => ({ items: [message('user', 'Số của em là gì?'), message('assistant', 'Là số 5, con số của tự do.', 'Là số 5,')], last_version: 9, has_more: false }))
    .answer('GET', /\/numbers$/, () => numbersView)
    .answer('GET', /\/recording$/, () => ({ url: 'http://r', expires_at: null, duration_seconds: 700, pieces: [{ recording_id: 'r1', started_at: null, duration_seconds: 700, url: 'http://r', expires_at: null }] }));
}

describe('PastConversationScreen', () => {
  it('tells what was said, and which part was not heard', async () => {
    await renderScreen(<PastConversationScreen />, { api: past() });
    expect(await screen.findByText('Số của em là gì?')).toBeOnTheScreen();
    expect(screen.getByText(' con số của tự do.')).toBeOnTheScreen();
    expect(screen.getByText(/Bạn đã ngắt lời ở đây/)).toBeOnTheScreen();
  });

  it('shows numbers, duration, cause and rating', async () => {
    await renderScreen(<PastConversationScreen />, { api: past() });
    expect(await screen.findByText('12:04')).toBeOnTheScreen();
    expect(screen.getByText('bạn kết thúc')).toBeOnTheScreen();
    expect(screen.getByRole('img', { name: 'Đánh giá: 4 sao' })).toBeOnTheScreen();
    expect(await screen.findByRole('button', { name: '22/4' })).toBeOnTheScreen();
  });

  it('plays the recording, faster, and from another place', async () => {
    await renderScreen(<PastConversationScreen />, { api: past() });
    fireEvent.press(await screen.findByRole('button', { name: 'Nghe' }));
    await waitFor(() => expect(mockPlayer.play).toHaveBeenCalled());
    expect(screen.getByText('1:02 / 11:40')).toBeOnTheScreen();
    fireEvent.press(screen.getByRole('button', { name: 'Tốc độ: 1×' }));
    expect(mockPlayer.setPlaybackRate).toHaveBeenCalledWith(1.25, 'high');
    fireEvent(screen.getByLabelText('Vị trí trong bản ghi'), 'accessibilityAction', { nativeEvent: { actionName: 'increment' } });
    expect(mockPlayer.seekTo).toHaveBeenCalledWith(67);
  });

  it.each([
    ['pending', 'Bản ghi đang được chuẩn bị'],
    ['failed', 'Không có bản ghi'],
  ] as const)('says so when the recording is %s', async (status, words) => {
    await renderScreen(<PastConversationScreen />, { api: past({ recording: { status, started_at: null, duration_seconds: null, link: null, failure_reason: null } }) });
    expect(await screen.findByText(words)).toBeOnTheScreen();
  });

  it('answers for one that is not there, or is another person’s', async () => {
    parameters['id'] = 'c1';
    await renderScreen(<PastConversationScreen />);
    expect(await screen.findByText('Không tìm thấy')).toBeOnTheScreen();
  });
});
