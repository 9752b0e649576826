let shared: AudioContext | undefined;

/** Whether there is an AudioContext; React Native has none. */
export const canMeasureTracks = () => typeof AudioContext !== 'undefined';

/** The page's one AudioContext for measuring. */
export function audioContext(): AudioContext | undefined {
  if (!canMeasureTracks()) return undefined;
  shared ??= new AudioContext();
  // It may have been held until a person's first gesture.
  if (shared.state === 'suspended') void shared.resume();
  return shared;
}
