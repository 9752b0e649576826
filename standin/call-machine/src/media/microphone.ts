import { microphoneFailure, type MicrophoneFailure } from '../daily/camera-errors.ts';
import type { MicrophoneState } from '../signalling/protocol.ts';

/** Stands in a message for a track that the app brought itself. */
export const customTrackMark = 'daily-custom-track';

export interface Microphone {
  readonly track: MediaStreamTrack | null;
  /** Whether the track belongs to the app, which alone may switch or stop it. */
  readonly isCustom: boolean;
  readonly state: MicrophoneState;
  /** On, but the track is still awaited, perhaps a person's permission. */
  readonly isAwaited: boolean;
  setOn(on: boolean, reason?: 'byUser' | 'byRemoteRequest'): Promise<void>;
  setAllowed(allowed: boolean): Promise<void>;
  setMayBeSent(may: boolean): Promise<void>;
  /** Opens a device, by id or with these constraints, or takes the app's own track. */
  choose(source: MicrophoneSource): Promise<void>;
  /** Opens what was chosen, if it should be on. */
  open(): Promise<void>;
  close(): void;
}

export type MicrophoneSource = { customTrack: MediaStreamTrack } | MediaTrackConstraints;

export interface MicrophoneEvents {
  onChange(): void;
  onStarted(): void;
  onFailed(failure: MicrophoneFailure): void;
}

// What the story asks of every call: no echo, no noise, even loudness.
const cleanSound: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export function createMicrophone({ onChange, onStarted, onFailed }: MicrophoneEvents): Microphone {
  let source: MicrophoneSource = {};
  let track: MediaStreamTrack | null = null;
  let isCustom = false;
  let isOn = false;
  let offReason: 'byUser' | 'byRemoteRequest' = 'byUser';
  let isAllowed = true;
  let mayBeSent = true;
  let failure: MicrophoneFailure | null = null;
  let pending: Promise<void> | null = null;
  let opening = 0;

  const shouldBeOpen = () => isOn && isAllowed && mayBeSent;
  const state = (): MicrophoneState => {
    if (!mayBeSent) return { state: 'off', reason: 'byCanSendPermission' };
    if (!isOn || !isAllowed) return { state: 'off', reason: offReason };
    return failure ? failure.state : { state: 'on' };
  };
  const take = (next: MediaStreamTrack, custom: boolean) => {
    const previous = isCustom ? null : track;
    track = next;
    isCustom = custom;
    failure = null;
    if (previous && previous !== next) previous.stop();
    next.onended = () => next === track && void reopenDefault();
    applySwitch();
  };
  // Silent while off, yet kept open: the next press must not wait for the device.
  const applySwitch = () => {
    if (track && !isCustom) track.enabled = shouldBeOpen();
  };
  const reopenDefault = () => {
    track = null;
    if (isCustom) return onChange();
    source = {};
    return open();
  };

  const open = (): Promise<void> => {
    const attempt = ++opening;
    const done = openSource(source)
      .then((opened) => {
        if (attempt !== opening) return 'customTrack' in source ? undefined : opened.stop();
        pending = null;
        take(opened, 'customTrack' in source);
        onStarted();
        return onChange();
      })
      .catch((cause: unknown) => {
        if (attempt !== opening) return;
        pending = null;
        const failed = microphoneFailure(cause);
        // Another device that does not open leaves the one that is open in use.
        failure = track ? null : failed;
        onFailed(failed);
        onChange();
      });
    pending = done;
    onChange();
    return done;
  };
  const openIfNeeded = async () => {
    applySwitch();
    if (shouldBeOpen() && !track) return pending ?? open();
    onChange();
  };

  return {
    get track() {
      return track;
    },
    get isCustom() {
      return isCustom;
    },
    get state() {
      return state();
    },
    get isAwaited() {
      return pending !== null && track === null;
    },
    setOn: (on, reason = 'byUser') => {
      isOn = on;
      offReason = reason;
      return openIfNeeded();
    },
    setAllowed: (allowed) => {
      isAllowed = allowed;
      return openIfNeeded();
    },
    setMayBeSent: (may) => {
      mayBeSent = may;
      return openIfNeeded();
    },
    choose: (next) => {
      source = next;
      return shouldBeOpen() || track ? open() : Promise.resolve();
    },
    open: openIfNeeded,
    close: () => {
      opening++;
      pending = null;
      if (track) track.onended = null;
      if (!isCustom) track?.stop();
      track = null;
      failure = null;
    },
  };
}

async function openSource(source: MicrophoneSource): Promise<MediaStreamTrack> {
  if ('customTrack' in source) return source.customTrack;
  if (!navigator.mediaDevices) throw new TypeError('This page has no access to devices: it needs https or localhost.');
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { ...cleanSound, ...exactly(source) }, video: false });
  const [track] = stream.getAudioTracks();
  // No DOMException: React Native has none.
  if (!track) throw Object.assign(new Error('There is no microphone.'), { name: 'NotFoundError' });
  return track;
}

/** A device named by its id alone must be that very one. */
function exactly(constraints: MediaTrackConstraints): MediaTrackConstraints {
  return typeof constraints.deviceId === 'string' ? { ...constraints, deviceId: { exact: constraints.deviceId } } : constraints;
}
