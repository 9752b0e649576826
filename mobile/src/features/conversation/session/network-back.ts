import { AppState } from 'react-native';

/** Calls back when trying again is likely to work: on a phone, when the person comes back to the app. @returns stops listening. */
export function onNetworkBack(callback: () => void): () => void {
  const subscription = AppState.addEventListener('change', (state) => {
    if (state === 'active') callback();
  });
  return () => subscription.remove();
}
