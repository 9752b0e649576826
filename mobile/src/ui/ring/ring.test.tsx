import { render, screen } from '@testing-library/react-native';
import { Text } from '../text';
import { Ring, type RingMode } from './ring';

const modes: readonly RingMode[] = ['still', 'listening', 'speaking', 'thinking', 'dimmed'];

describe('Ring', () => {
  it.each(modes)('is said by its label and shows its middle while %s', (mode) => {
    render(<Ring numbers={[4, 22, 9]} main={4} mode={mode} label="Các số 4, 9"><Text>Giữa</Text></Ring>);
    expect(screen.getByRole('img', { name: 'Các số 4, 9' })).toBeOnTheScreen();
    expect(screen.getByText('Giữa')).toBeOnTheScreen();
  });

  it('is passed over by screen readers when it has no label', () => {
    render(<Ring numbers={[1]} />);
    expect(screen.queryByRole('img')).toBeNull();
  });
});
