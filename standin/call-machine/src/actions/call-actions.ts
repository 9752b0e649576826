import type { Actions, Context } from '../call-machine.ts';
import { connectionError, fatalErrorEvent } from '../daily/fatal-errors.ts';
import { describeDevices } from '../media/devices.ts';
import { callProperties, microphoneSource, type DailyProperties, type PreloadCache } from './properties.ts';

/** Entering and leaving. */
export const callActions: Actions = {
  'join-meeting': (request, context) => {
    const properties = request.properties as DailyProperties;
    const cache = (request.preloadCache ?? {}) as PreloadCache;
    const target = callProperties(properties);
    context.channel.answer(request, {});
    if (!target) {
      return context.channel.post(fatalErrorEvent(connectionError('join', properties.url ?? '', 'The address names no room.')));
    }
    // The call does not wait for the microphone: a person may still be reading the question.
    void prepareMicrophone(context, properties, cache);
    context.enter(target);
    context.call?.subscriptions.setAutomatic(cache.subscribeToTracksAutomatically ?? true);
    if (cache.localAudioLevelObserver?.enabled) context.call?.levels.startLocal(cache.localAudioLevelObserver.interval);
    if (cache.remoteParticipantsAudioLevelObserver?.enabled) context.call?.levels.startRemote(cache.remoteParticipantsAudioLevelObserver.interval);
  },

  'leave-meeting': (_, context) => {
    context.leave();
    context.channel.post({ action: 'left-meeting' });
  },

  'start-camera': async (request, context) => {
    await prepareMicrophone(context, request.properties as DailyProperties, (request.preloadCache ?? {}) as PreloadCache);
    context.channel.answer(request, await describeDevices(context.microphone.track, context.microphone.isCustom, context.speakerId));
  },

  // Access is decided at the door, when joining.
  'daily-method-preauth': (request, { channel }) => channel.answer(request, { access: 'unknown' }),
  'lib-room-info': (request, { channel, call }) => channel.answer(request, call?.roomInfo ?? {}),
  // As Daily would say: its media goes through an SFU, whatever carries it here.
  'get-network-topology': (request, { channel, call }) => channel.answer(request, { topology: call?.isJoined ? 'sfu' : 'none' }),
  'get-calc-stats': async (request, { channel, call }) => channel.answer(request, { stats: call ? await call.quality.report() : { latest: {} } }),
  'get-cpu-load-stats': (request, { channel }) => channel.answer(request, { cpuStats: { cpuLoadState: 'low', cpuLoadStateReason: 'none', stats: {} } }),
};

async function prepareMicrophone(context: Context, properties: DailyProperties, cache: PreloadCache) {
  const { microphone, instance } = context;
  const source = microphoneSource(cache.inputSettings, instance.tracks?.audioTrack);
  if (source && (!microphone.track || 'customTrack' in source)) await microphone.choose(source);
  context.speakerId = cache.outputDeviceId ?? context.speakerId;
  await microphone.setAllowed(cache.allowLocalAudio ?? true);
  await microphone.setOn(properties.startAudioOff !== true);
}
