import { AppState } from 'react-native';

/** Calls back when the app goes to the background: on a phone that may be the last it does. @returns stops listening. */
export function onAppClosing(callback: () => void): () => void {
  const subscription = AppState.addEventListener('change', (state) => {
    if (state === 'background') callback();
  });
  return () => subscription.remove();
}
