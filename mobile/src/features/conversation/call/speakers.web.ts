import { useDevices } from '@daily-co/daily-react';
import { useMemo } from 'react';
import type { AudioDevices } from './audio-device';
import { deviceNames } from './device-names';

/** The browser's loudspeakers; none where it does not let a page choose (Safari). */
export function useSpeakers(): AudioDevices {
  const { speakers, setSpeaker } = useDevices();
  return useMemo(
    () => ({
      available: deviceNames(speakers.map(({ device }) => device)),
      selectedId: speakers.find(({ selected }) => selected)?.device.deviceId ?? null,
      select: setSpeaker,
    }),
    [speakers, setSpeaker],
  );
}
