import { act, fireEvent, screen } from '@testing-library/react-native';
import { settled } from './fake-call';

/** daily-react tells of changes in the call at most this often. */
export const DAILY_REACT_MS = 150;

/** Lets the test's clock go on, and everything happen that is due by then. */
export async function later(milliseconds: number): Promise<void> {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(milliseconds);
    await settled();
  });
}

/** Takes hold of the talk button, until the call says that it hears. */
export async function hold(): Promise<void> {
  await act(async () => {
    fireEvent(screen.getByTestId('talk-button'), 'pressIn');
    await settled();
  });
  await later(DAILY_REACT_MS);
}

/** Lets go of the talk button. */
export async function letGo(): Promise<void> {
  await act(async () => {
    fireEvent(screen.getByTestId('talk-button'), 'pressOut');
    await settled();
  });
}

/** Presses the button with this name, or only takes hold of it. */
export async function press(name: string, event: 'press' | 'pressIn' = 'press'): Promise<void> {
  await act(async () => {
    fireEvent(screen.getByRole('button', { name }), event);
    await settled();
  });
}
