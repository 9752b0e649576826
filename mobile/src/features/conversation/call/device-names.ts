import type { AudioDevice } from './audio-device';

/** Devices as the person sees them. Before the microphone is allowed, browsers hide names and even ids. */
export function deviceNames(devices: readonly Pick<MediaDeviceInfo, 'deviceId' | 'label'>[]): readonly AudioDevice[] {
  return devices.filter(({ deviceId }) => deviceId !== '').map(({ deviceId, label }) => ({ id: deviceId, name: label === '' ? null : label }));
}
