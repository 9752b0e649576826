import { fireEvent, screen } from '@testing-library/react-native';
import { FakeApi, numbersView } from '@/testing/fake-api';
import { router } from '@/testing/fake-router';
import { renderScreen } from '@/testing/rendering';
import { HomeScreen } from './home-screen';

jest.mock('expo-router', () => jest.requireActual('@/testing/fake-router'));

const numbers = () => new FakeApi().answer('GET', /^\/numbers$/, () => numbersView);

describe('HomeScreen', () => {
  it('greets by name and shows the main number and the day', async () => {
    const { api } = await renderScreen(<HomeScreen />, { api: numbers() });
    expect(screen.getByText('Chào Minh Anh')).toBeOnTheScreen();
    expect(await screen.findByText('22/4', { includeHiddenElements: true })).toBeOnTheScreen();
    expect(screen.getByRole('button', { name: 'Hợp để lắng nghe' })).toBeOnTheScreen();
    expect(Object.fromEntries(api.requests[0]?.url.searchParams ?? [])).toMatchObject({ name: 'Nguyễn Minh Anh', birth_date: '1998-08-14', language: 'vi' });
  });

  it('reads the ring to those who do not see it', async () => {
    await renderScreen(<HomeScreen />, { api: numbers() });
    expect(await screen.findByRole('img', { name: 'Số chủ đạo: 22/4, Sứ mệnh: 5' })).toBeOnTheScreen();
  });

  it('leads into a conversation, spoken or written', async () => {
    await renderScreen(<HomeScreen />, { api: numbers() });
    await screen.findByText('22/4', { includeHiddenElements: true });
    fireEvent.press(screen.getByRole('button', { name: 'Bắt đầu trò chuyện' }));
    fireEvent.press(screen.getByRole('button', { name: 'nhắn bằng chữ' }));
    expect(router.push.mock.calls).toEqual([['/conversation'], [{ pathname: '/conversation', params: { typed: '1' } }]]);
  });

  it('says what is wrong, lets one try again, and still lets one talk', async () => {
    const api = new FakeApi().answer('GET', /^\/numbers$/, () => ({ type: 'urn:numeroly:problem:internal-error', status: 500, title: '', detail: null, correlation_id: 'c-17' }), 500);
    await renderScreen(<HomeScreen />, { api });
    expect(await screen.findByText('Có lỗi ngoài dự tính')).toBeOnTheScreen();
    expect(screen.getByText(/c-17/)).toBeOnTheScreen();
    expect(screen.getByRole('button', { name: 'Bắt đầu trò chuyện' })).toBeEnabled();
    api.answer('GET', /^\/numbers$/, () => numbersView);
    fireEvent.press(screen.getByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByText('22/4', { includeHiddenElements: true })).toBeOnTheScreen();
  });
});
