import type { CallProperties } from '../call.ts';
import { customTrackMark, type MicrophoneSource } from '../media/microphone.ts';
import { signallingFor } from '../signalling/address.ts';

/** What the app gave `join`, `startCamera` or the factory, as far as it matters here. */
export interface DailyProperties {
  url?: string;
  token?: string;
  userName?: string;
  userData?: unknown;
  startAudioOff?: boolean;
}

/** What the app set before the machine was there. */
export interface PreloadCache {
  allowLocalAudio?: boolean;
  inputSettings?: InputSettings | null;
  outputDeviceId?: string | null;
  subscribeToTracksAutomatically?: boolean;
  localAudioLevelObserver?: { enabled: boolean; interval?: number } | null;
  remoteParticipantsAudioLevelObserver?: { enabled: boolean; interval?: number } | null;
}

export interface InputSettings {
  audio?: { settings?: MediaTrackConstraints & { customTrack?: unknown } };
}

/** Undefined when the address names no room. */
export function callProperties({ url, token, userName, userData }: DailyProperties): CallProperties | undefined {
  const target = signallingFor(url ?? '');
  return target && { ...target, ...(token && { token }), userName: userName ?? null, ...(userData !== undefined && { userData }) };
}

/** The microphone that these settings ask for, or nothing if they say nothing about it. */
export function microphoneSource(settings: InputSettings | null | undefined, customTrack: MediaStreamTrack | undefined): MicrophoneSource | undefined {
  const wanted = settings?.audio?.settings;
  if (!wanted) return undefined;
  const { customTrack: mark, ...constraints } = wanted;
  return mark === customTrackMark && customTrack ? { customTrack } : constraints;
}
