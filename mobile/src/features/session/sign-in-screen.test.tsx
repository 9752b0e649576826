import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';
import { renderScreen } from '@/testing/rendering';
import { SignInScreen } from './sign-in-screen';

jest.mock('expo-web-browser', () => ({ maybeCompleteAuthSession: () => ({ type: 'failed' }) }));

describe('SignInScreen', () => {
  it('signs in by name', async () => {
    const { keeper } = await renderScreen(<SignInScreen />, { credentials: null });
    fireEvent.changeText(screen.getByLabelText('Tên của bạn'), ' Đào ');
    fireEvent.press(screen.getByRole('button', { name: 'Bắt đầu' }));
    await waitFor(() => expect(keeper.get()).toMatchObject({ status: 'signed-in', credentials: { user: 'Đào' } }));
  });

  it('asks for the name when there is none', async () => {
    const { keeper } = await renderScreen(<SignInScreen />, { credentials: null });
    fireEvent.press(screen.getByRole('button', { name: 'Bắt đầu' }));
    expect(screen.getByText('Bạn cho mình biết tên nhé.')).toBeOnTheScreen();
    expect(keeper.get().status).toBe('signed-out');
  });

  it('says why the person is here again when the session has ended', async () => {
    const { keeper } = await renderScreen(<SignInScreen />);
    await act(() => keeper.expire());
    expect(await screen.findByText('Bạn cần đăng nhập lại')).toBeOnTheScreen();
  });
});
