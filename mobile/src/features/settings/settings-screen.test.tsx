import { act, fireEvent, screen } from '@testing-library/react-native';
import { renderScreen } from '@/testing/rendering';
import { listen } from './audio-test/microphone';
import { MicrophoneError } from './audio-test/listening';
import { preferencesStore } from './preferences';
import { SettingsScreen } from './settings-screen';

jest.mock('expo-router', () => jest.requireActual('@/testing/fake-router'));
jest.mock('./audio-test/microphone', () => ({ listen: jest.fn() }));
const mockPlayer = { play: jest.fn(), seekTo: jest.fn(async () => undefined) };
jest.mock('expo-audio', () => ({ useAudioPlayer: () => mockPlayer }));

const microphone = jest.mocked(listen);

describe('SettingsScreen', () => {
  it('keeps how one wants to talk and how it looks', async () => {
    await renderScreen(<SettingsScreen />);
    fireEvent.press(screen.getByRole('radio', { name: 'Chạm để nói' }));
    fireEvent.press(screen.getByRole('radio', { name: 'Sáng' }));
    fireEvent.press(screen.getByRole('radio', { name: 'English' }));
    expect(preferencesStore.get()).toEqual({ talkMode: 'tap', theme: 'light', language: 'en' });
  });

  it('offers to talk hands-free, and says what that means', async () => {
    await renderScreen(<SettingsScreen />);
    fireEvent.press(screen.getByRole('radio', { name: 'Rảnh tay' }));
    expect(preferencesStore.get().talkMode).toBe('open');
    expect(screen.getByText(/chạm lần nữa để tắt micro/)).toBeOnTheScreen();
  });

  it('says whether the microphone hears, and lets go of it', async () => {
    const stop = jest.fn(async () => undefined);
    let hear: (level: number) => void = () => undefined;
    microphone.mockImplementation(async (onLevel) => {
      hear = onLevel;
      return { stop };
    });
    await renderScreen(<SettingsScreen />);
    fireEvent.press(screen.getByRole('button', { name: 'Thử micro' }));
    await act(async () => hear(0.05));
    expect(screen.getByText(/Mình chưa nghe thấy gì/)).toBeOnTheScreen();
    await act(async () => hear(0.6));
    expect(screen.getByText('Mình nghe rõ bạn.')).toBeOnTheScreen();
    await act(async () => void fireEvent.press(screen.getByRole('button', { name: 'Dừng' })));
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('says what to do when the microphone is not allowed', async () => {
    microphone.mockRejectedValue(new MicrophoneError('denied'));
    await renderScreen(<SettingsScreen />);
    fireEvent.press(screen.getByRole('button', { name: 'Thử micro' }));
    expect(await screen.findByText(/chưa được phép dùng micro/)).toBeOnTheScreen();
  });

  it('signs out', async () => {
    const { keeper } = await renderScreen(<SettingsScreen />);
    await act(async () => void fireEvent.press(screen.getByRole('button', { name: 'Đăng xuất' })));
    expect(keeper.get()).toEqual({ status: 'signed-out', because: 'asked' });
  });
});
