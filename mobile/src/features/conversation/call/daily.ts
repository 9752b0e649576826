import type { DailyCall } from '@daily-co/daily-js';
import Daily from '@daily-co/react-native-daily-js';
import type { CallOptions } from './call-options';

/** Phones hold calls natively. */
export function canHoldCalls(): boolean {
  return true;
}

/** Creates the one call object. The microphone is off until the button is held. */
export function createCall({ bundleUrl, notification }: CallOptions): DailyCall {
  const call = Daily.createCallObject({
    audioSource: true,
    videoSource: false,
    startVideoOff: true,
    startAudioOff: true,
    subscribeToTracksAutomatically: true,
    ...(bundleUrl !== undefined && bundleFrom(bundleUrl)),
    reactNativeConfig: {
      androidInCallNotification: { title: notification.title, subtitle: notification.subtitle },
    },
  });
  // A guide to listen to, not a telephone held to the ear: the loudspeaker, unless something is plugged in or paired.
  // Voice-communication mode, with echo cancellation and noise suppression, is on in both of Daily's audio modes.
  call.setNativeInCallAudioMode('video');
  // The phone's types lack what only browsers have; daily-react asks for none of that here.
  return call as unknown as DailyCall;
}

// The types for phones do not know it, daily-js itself does on every platform.
function bundleFrom(bundlePathOverride: string): { dailyConfig: object } {
  return { dailyConfig: { bundlePathOverride } };
}
