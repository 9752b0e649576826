import { useWindowDimensions } from 'react-native';
import { wideFrom } from './measures';

/** Whether the window is wide enough for a rail of tabs and for content beside the ring. */
export function useWide(): boolean {
  return useWindowDimensions().width >= wideFrom;
}
