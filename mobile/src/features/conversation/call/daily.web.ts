import Daily, { type DailyCall } from '@daily-co/daily-js';
import type { CallOptions } from './call-options';

/** Whether this browser can hold calls. */
export function canHoldCalls(): boolean {
  return typeof RTCPeerConnection === 'function' && Daily.supportedBrowser().supported;
}

/** Creates the one call object. The microphone is off until the button is held. @throws Error without WebRTC. */
export function createCall({ bundleUrl }: CallOptions): DailyCall {
  return Daily.createCallObject({
    audioSource: true,
    videoSource: false,
    startVideoOff: true,
    startAudioOff: true,
    subscribeToTracksAutomatically: true,
    inputSettings: { audio: { settings: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } } },
    // Loading the call by a script tag works under a content security policy without 'unsafe-eval'.
    dailyConfig: { avoidEval: true, ...(bundleUrl === undefined ? {} : { bundlePathOverride: bundleUrl }) },
  });
}
