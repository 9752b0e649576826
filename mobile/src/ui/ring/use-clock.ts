import { type SharedValue, useFrameCallback, useSharedValue } from 'react-native-reanimated';
import { useEffect } from 'react';

const following = 0.18;

/** Time in seconds while it runs, and a sound level that follows the given one without jumps. */
export function useClock(running: boolean, level: SharedValue<number> | undefined): { seconds: SharedValue<number>; smooth: SharedValue<number> } {
  const seconds = useSharedValue(0);
  const smooth = useSharedValue(0);
  const frames = useFrameCallback(({ timeSincePreviousFrame }) => {
    'worklet';
    seconds.set(seconds.get() + (timeSincePreviousFrame ?? 16) / 1000);
    smooth.set(smooth.get() + ((level?.get() ?? 0) - smooth.get()) * following);
  }, false);

  useEffect(() => {
    frames.setActive(running);
    return () => frames.setActive(false);
  }, [frames, running]);

  return { seconds, smooth };
}
