import { fireEvent, screen } from '@testing-library/react-native';
import { FakeApi, numbersView } from '@/testing/fake-api';
import { renderScreen } from '@/testing/rendering';
import { NumbersScreen } from './numbers-screen';

jest.mock('expo-router', () => jest.requireActual('@/testing/fake-router'));

async function shown() {
  await renderScreen(<NumbersScreen />, { api: new FakeApi().answer('GET', /^\/numbers$/, () => numbersView) });
  await screen.findByRole('button', { name: /Số chủ đạo/ });
}

describe('NumbersScreen', () => {
  it('shows meaning and working of a number when asked', async () => {
    await shown();
    expect(screen.queryByText('1+4+0+8+… = 22')).toBeNull();
    const row = screen.getByRole('button', { name: '22/4' });
    fireEvent.press(row);
    expect(screen.getByText('1+4+0+8+… = 22')).toBeOnTheScreen();
    expect(screen.getByText('Theo hệ Phillips')).toBeOnTheScreen();
    expect(row).toBeExpanded();
    fireEvent.press(row);
    expect(screen.queryByText('1+4+0+8+… = 22')).toBeNull();
  });

  it('groups the numbers, and puts the main ones first', async () => {
    await shown();
    const headings = screen.getAllByRole('heading').map((heading) => heading.props.children);
    expect(headings.indexOf('Các số chính')).toBeLessThan(headings.indexOf('Từ tên của bạn'));
  });

  it('reads the birth chart and names its arrows', async () => {
    await shown();
    expect(screen.getByRole('img', { name: 'Biểu đồ ngày sinh: 1, 2, 3, 9 × 2' })).toBeOnTheScreen();
    expect(screen.getByText('1–2–3  Kế hoạch')).toBeOnTheScreen();
  });

  it('begins with the peak one is under, and tells of another when it is touched', async () => {
    await shown();
    expect(screen.getByText('Ý nghĩa của đỉnh 1.')).toBeOnTheScreen();
    fireEvent.press(screen.getByRole('tab', { name: '50 tuổi' }));
    expect(screen.getByText('Ý nghĩa của đỉnh 3.')).toBeOnTheScreen();
  });
});
