import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';
import { FakeApi, listItem } from '@/testing/fake-api';
import { router } from '@/testing/fake-router';
import { renderScreen } from '@/testing/rendering';
import { HistoryScreen } from './history-screen';

jest.mock('expo-router', () => jest.requireActual('@/testing/fake-router'));

function history(total: number): FakeApi {
  return new FakeApi().answer('GET', /^\/conversations$/, ({ searchParams }) => {
    const offset = Number(searchParams.get('offset') ?? 0);
    const limit = Number(searchParams.get('limit'));
    const fitting = searchParams.get('q') === 'gì đó khác' ? 0 : total;
    return { items: Array.from({ length: Math.max(Math.min(limit, fitting - offset), 0) }, (_, index) => listItem(`c${offset + index}`, { message_count: offset + index })), total: fitting, limit, offset };
  });
}

const asked = (api: FakeApi) => api.requests.map(({ url }) => Object.fromEntries(url.searchParams));

describe('HistoryScreen', () => {
  it('lists what there is and opens it', async () => {
    await renderScreen(<HistoryScreen />, { api: history(3) });
    const rows = await screen.findAllByRole('link');
    expect(rows).toHaveLength(3);
    expect(screen.getByRole('link', { name: '12:04 phút · 2 câu · có bản ghi' })).toBeOnTheScreen();
    fireEvent.press(rows[1]!);
    expect(router.push).toHaveBeenCalledWith({ pathname: '/history/[id]', params: { id: 'c1' } });
  });

  it('reads on when one scrolls to the end, and stops when all is there', async () => {
    const { api } = await renderScreen(<HistoryScreen />, { api: history(25) });
    await screen.findAllByRole('link');
    const list = screen.getByTestId('history');
    await act(async () => void fireEvent(list, 'endReached'));
    await waitFor(() => expect(asked(api).map(({ offset }) => offset)).toEqual(['0', '20']));
    await act(async () => void fireEvent(list, 'endReached'));
    expect(api.requests).toHaveLength(2);
  });

  it('searches what was typed once, and says when nothing fits', async () => {
    const { api } = await renderScreen(<HistoryScreen />, { api: history(3) });
    await screen.findAllByRole('link');
    const field = screen.getByLabelText('Tìm trong những điều đã nói');
    fireEvent.changeText(field, 'gì');
    fireEvent.changeText(field, 'gì đó khác');
    expect(await screen.findByText('Không tìm thấy gì')).toBeOnTheScreen();
    expect(asked(api).map(({ q }) => q)).toEqual([undefined, 'gì đó khác']);
    fireEvent.press(screen.getByRole('button', { name: 'Xem tất cả' }));
    expect(await screen.findAllByRole('link')).toHaveLength(3);
  });

  it('narrows to those that were liked', async () => {
    const { api } = await renderScreen(<HistoryScreen />, { api: history(3) });
    await screen.findAllByRole('link');
    fireEvent.press(screen.getByRole('button', { name: 'Từ 4 sao' }));
    await waitFor(() => expect(asked(api)[1]).toMatchObject({ min_rating: '4' }));
    expect(screen.getByRole('button', { name: 'Từ 4 sao' })).toBeSelected();
  });

  it('invites to a first conversation when there is none', async () => {
    await renderScreen(<HistoryScreen />, { api: history(0) });
    expect(await screen.findByText('Chưa có cuộc trò chuyện nào')).toBeOnTheScreen();
    fireEvent.press(screen.getByRole('button', { name: 'Bắt đầu trò chuyện' }));
    expect(router.push).toHaveBeenLastCalledWith('/conversation');
  });
});
