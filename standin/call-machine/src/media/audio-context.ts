let shared: AudioContext | undefined;

/** The page's one AudioContext for measuring. Undefined where there is none, as in React Native. */
export function audioContext(): AudioContext | undefined {
  if (typeof AudioContext === 'undefined') return undefined;
  shared ??= new AudioContext();
  // It may have been held until a person's first gesture.
  if (shared.state === 'suspended') void shared.resume();
  return shared;
}
