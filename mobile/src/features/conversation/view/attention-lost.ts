import { AppState } from 'react-native';

/** Calls back when the person turns to something else: another app, the lock screen. @returns stops listening. */
export function onAttentionLost(callback: () => void): () => void {
  const subscription = AppState.addEventListener('change', (state) => {
    if (state !== 'active') callback();
  });
  return () => subscription.remove();
}
