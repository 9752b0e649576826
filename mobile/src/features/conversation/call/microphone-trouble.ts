import type { DailyEventObjectCameraError, DailyTrackState } from '@daily-co/daily-js';

/** Why there is no sound from the person. */
export type MicrophoneTrouble = 'denied' | 'none' | 'in-use';

/** What Daily reports as a camera error, as far as it concerns the microphone; null when it does not. */
export function microphoneTroubleOf({ error, errorMsg }: Pick<DailyEventObjectCameraError, 'error' | 'errorMsg'>): MicrophoneTrouble | null {
  if (errorMsg.audioOk === true) return null;
  switch (error.type) {
    case 'permissions':
      return 'denied';
    case 'mic-in-use':
    case 'cam-mic-in-use':
      return 'in-use';
    case 'cam-in-use':
      return null;
    default:
      // Not found, impossible constraints, no media devices at all: for the person there is no microphone.
      return 'none';
  }
}

/** The same from the state of the person's own track. */
export function troubleOfTrack(blocked: DailyTrackState['blocked']): MicrophoneTrouble | null {
  if (blocked === undefined) return null;
  if (blocked.byPermissions) return 'denied';
  return blocked.byDeviceInUse ? 'in-use' : 'none';
}

/** The same from what `getUserMedia` rejects with. */
export function microphoneTroubleFrom(error: unknown): MicrophoneTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'in-use' : 'none';
}
