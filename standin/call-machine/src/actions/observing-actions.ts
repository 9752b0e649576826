import type { Actions } from '../call-machine.ts';

/** Audio levels, and the settings of video, which are accepted and have no effect. */
export const observingActions: Actions = {
  'start-local-audio-level-observer': (request, { channel, call }) => {
    call?.levels.startLocal(request.interval as number | undefined);
    channel.answer(request, {});
  },
  'stop-local-audio-level-observer': (_, { call }) => call?.levels.stopLocal(),
  'start-remote-participants-audio-level-observer': (request, { channel, call }) => {
    call?.levels.startRemote(request.interval as number | undefined);
    channel.answer(request, {});
  },
  'stop-remote-participants-audio-level-observer': (_, { call }) => call?.levels.stopRemote(),
  'update-send-settings': (request, { channel }) => channel.answer(request, { sendSettings: request.sendSettings }),
  'update-receive-settings': (request, { channel }) => channel.answer(request, { receiveSettings: request.receiveSettings }),
  'get-single-participant-receive-settings': (request, { channel }) => channel.answer(request, { receiveSettings: {} }),
  'local-video': () => undefined,
  'set-allow-local-video': () => undefined,
  'transmit-log': () => undefined,
};
