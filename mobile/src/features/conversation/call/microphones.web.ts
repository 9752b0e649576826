import { useDevices } from '@daily-co/daily-react';
import { useMemo } from 'react';
import type { AudioDevices } from './audio-device';
import { deviceNames } from './device-names';

/** The browser's microphones. */
export function useMicrophones(): AudioDevices {
  const { microphones, setMicrophone } = useDevices();
  return useMemo(
    () => ({
      available: deviceNames(microphones.map(({ device }) => device)),
      selectedId: microphones.find(({ selected }) => selected)?.device.deviceId ?? null,
      select: setMicrophone,
    }),
    [microphones, setMicrophone],
  );
}
