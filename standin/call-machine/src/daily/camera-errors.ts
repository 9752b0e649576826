import type { MicrophoneState } from '../signalling/protocol.ts';

/** Why there is no microphone: the event `camera-error` as daily-js has it, and the state the others see. */
export interface MicrophoneFailure {
  event: { action: 'camera-error'; errorMsg: object; error: object };
  state: MicrophoneState;
}

/** @param cause what `getUserMedia` threw, by the names of the Media Capture specification */
export function microphoneFailure(cause: unknown): MicrophoneFailure {
  const { name, message } = cause instanceof Error || isNamed(cause) ? cause : { name: '', message: String(cause) };
  const [error, reason] = classify(name, message);
  return {
    event: { action: 'camera-error', errorMsg: { errorMsg: message, audioOk: false, videoOk: true }, error: { msg: message, ...error } },
    state: { state: 'blocked', reason },
  };
}

type BlockedReason = 'byPermissions' | 'byDeviceMissing' | 'byDeviceInUse';

function classify(name: string, message: string): [object, BlockedReason] {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return [{ type: 'permissions', blockedBy: /system/i.test(message) ? 'browser' : 'user', blockedMedia: ['audio'] }, 'byPermissions'];
    case 'NotFoundError':
      return [{ type: 'not-found', missingMedia: ['audio'] }, 'byDeviceMissing'];
    case 'NotReadableError':
    case 'AbortError':
      return [{ type: 'mic-in-use' }, 'byDeviceInUse'];
    case 'OverconstrainedError':
      return [{ type: 'constraints', reason: 'invalid', failedMedia: ['audio'] }, 'byDeviceMissing'];
    case 'TypeError':
      return [{ type: 'undefined-mediadevices' }, 'byPermissions'];
    default:
      return [{ type: 'unknown' }, 'byDeviceMissing'];
  }
}

// React Native's WebRTC throws plain objects with the standard names.
function isNamed(cause: unknown): cause is { name: string; message: string } {
  return typeof cause === 'object' && cause !== null && 'name' in cause && 'message' in cause;
}
