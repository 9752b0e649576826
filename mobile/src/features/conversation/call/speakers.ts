import { useDaily, useDailyEvent } from '@daily-co/daily-react';
import type { DailyCall as PhoneCall } from '@daily-co/react-native-daily-js';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AudioDevice, AudioDevices } from './audio-device';
import { routes } from './routes';

interface Found {
  readonly available: readonly AudioDevice[];
  readonly selectedId: string | null;
}

const nothing: Found = { available: [], selectedId: null };

/** Where a phone's sound can go. The names are ours, since Daily gives ids only. */
export function useSpeakers(): AudioDevices {
  const call = useDaily() as unknown as PhoneCall | null;
  const [found, setFound] = useState<Found>(nothing);

  const look = useCallback(() => {
    if (call !== null) void routesOf(call).then(setFound);
  }, [call]);
  useEffect(look, [look]);
  useDailyEvent('available-devices-updated', look);

  const select = useCallback(
    async (id: string) => {
      if (call === null) return;
      const { deviceId: selectedId } = await call.setAudioDevice(id);
      setFound((before) => ({ ...before, selectedId }));
    },
    [call],
  );
  return useMemo(() => ({ ...found, select }), [found, select]);
}

async function routesOf(call: PhoneCall): Promise<Found> {
  try {
    const { devices } = await call.enumerateDevices();
    const present = new Set(devices.map(({ deviceId }) => deviceId));
    const { speaker } = await call.getInputDevices();
    return {
      available: routes.filter((route) => present.has(route)).map((id) => ({ id, name: null })),
      selectedId: 'deviceId' in speaker ? speaker.deviceId : null,
    };
  } catch {
    // Without a list there is nothing to choose from, and the phone goes on choosing by itself.
    return nothing;
  }
}
