import type { Actions, Context } from '../call-machine.ts';
import { describeDevices, speakerExists } from '../media/devices.ts';
import { customTrackMark, type MicrophoneSource } from '../media/microphone.ts';
import { microphoneSource, type InputSettings } from './properties.ts';

/** The microphone and the loudspeaker. */
export const deviceActions: Actions = {
  'local-audio': ({ state }, { microphone }) => microphone.setOn(state === true),
  'set-allow-local-audio': ({ state }, { microphone }) => microphone.setAllowed(state === true),
  'get-input-devices': async (request, context) => context.channel.answer(request, await devices(context)),

  'set-input-devices': async (request, context) => {
    const source = chosen(request.audioDeviceId, context);
    if (source) await context.microphone.choose(source);
    const now = await devices(context);
    context.channel.post({ action: 'selected-devices-updated', devices: now });
    context.channel.answer(request, now);
  },

  'set-output-device': async (request, context) => {
    const deviceId = String(request.outputDeviceId);
    if (!(await speakerExists(deviceId))) {
      return context.channel.answer(request, { error: { type: 'not-found', message: `There is no loudspeaker ${deviceId}.` } });
    }
    // Playing is the app's: its audio elements follow this choice.
    context.speakerId = deviceId;
    const now = await devices(context);
    context.channel.post({ action: 'selected-devices-updated', devices: now });
    context.channel.answer(request, now);
  },

  'update-input-settings': async (request, context) => {
    const settings = request.inputSettings as InputSettings;
    const source = microphoneSource(settings, context.instance.tracks?.audioTrack);
    if (source) await context.microphone.choose(source);
    context.channel.answer(request, { inputSettings: settings });
    context.channel.post({ action: 'input-settings-updated', inputSettings: settings });
  },
};

function chosen(deviceId: unknown, { instance }: Context): MicrophoneSource | undefined {
  if (deviceId === customTrackMark) return instance.tracks?.audioTrack && { customTrack: instance.tracks.audioTrack };
  return typeof deviceId === 'string' ? { deviceId } : undefined;
}

const devices = ({ microphone, speakerId }: Context) => describeDevices(microphone.track, microphone.isCustom, speakerId);
