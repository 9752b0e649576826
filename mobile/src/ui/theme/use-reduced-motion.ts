import { useReducedMotion as useSystemReducedMotion } from 'react-native-reanimated';

/** Whether the person asked the system for less motion. */
export function useReducedMotion(): boolean {
  return useSystemReducedMotion();
}
