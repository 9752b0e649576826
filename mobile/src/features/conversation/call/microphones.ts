import type { AudioDevices } from './audio-device';

const onlyOne: AudioDevices = {
  available: [],
  selectedId: null,
  select: async () => undefined,
};

/** A phone has one microphone at a time: that of wherever the sound goes. So there is nothing to choose. */
export function useMicrophones(): AudioDevices {
  return onlyOne;
}
