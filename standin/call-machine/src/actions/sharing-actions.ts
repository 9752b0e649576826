import type { Actions, Context } from '../call-machine.ts';

interface ParticipantChanges {
  setAudio?: boolean;
  setSubscribedTracks?: unknown;
  eject?: boolean;
  updatePermissions?: { canSend?: boolean | Set<string>; canAdmin?: boolean | Set<string>; [permission: string]: unknown };
}

/** What the others in the call get to know, or are asked to do. */
export const sharingActions: Actions = {
  'app-msg': ({ data, to }, { call }) => call?.send({ type: 'app-message', to: (to as string | string[] | undefined) ?? '*', data }),
  'set-session-data': ({ data, mergeStrategy }, { call }) => call?.send({ type: 'session-data', data: data as object, merge: String(mergeStrategy) }),
  'set-user-name': (request, { channel, call }) => {
    call?.rename({ userName: String(request.name) });
    channel.answer(request, { userName: request.name });
  },
  'set-user-data': (request, { channel, call }) => {
    call?.rename({ userData: request.userData });
    channel.answer(request, { userData: request.userData });
  },

  'update-participant': ({ id, properties }, context) => update(context, String(id), properties as ParticipantChanges),
  'update-participants': ({ participants }, context) => {
    for (const [id, changes] of Object.entries(participants as Record<string, ParticipantChanges>)) update(context, id, changes);
  },
  'daily-method-subscribe-to-tracks-automatically': ({ enabled }, { call }) => {
    call?.subscriptions.setAutomatic(enabled === true);
    call?.refreshEverybody();
  },

  'local-recording-start': ({ action: _, callbackStamp: __, ...options }, { call }) => call?.send({ type: 'recording-start', options: withoutEnvelope(options) }),
  'local-recording-stop': ({ action: _, callbackStamp: __, ...options }, { call }) => call?.send({ type: 'recording-stop', options: withoutEnvelope(options) }),
  'daily-method-start-transcription': ({ action: _, callbackStamp: __, ...options }, { call }) => call?.send({ type: 'transcription-start', options: withoutEnvelope(options) }),
  'daily-method-stop-transcription': ({ action: _, callbackStamp: __, ...options }, { call }) => call?.send({ type: 'transcription-stop', options: withoutEnvelope(options) }),
};

function update({ call, microphone }: Context, id: string, { setAudio, setSubscribedTracks, eject, updatePermissions }: ParticipantChanges) {
  if (!call) return;
  if (call.isLocal(id)) {
    if (setAudio !== undefined) void microphone.setOn(setAudio);
    return;
  }
  if (setSubscribedTracks !== undefined) {
    call.subscriptions.choose(id, setSubscribedTracks);
    call.refreshEverybody();
  }
  const changes = {
    ...(setAudio !== undefined && { set_audio: setAudio }),
    ...(eject && { eject }),
    ...(updatePermissions && { permissions: withoutSets(updatePermissions) }),
  };
  if (Object.keys(changes).length) call.send({ type: 'update-participant', session_id: id, changes });
}

/** JSON knows no sets. */
function withoutSets(permissions: object) {
  return Object.fromEntries(Object.entries(permissions).map(([name, value]) => [name, value instanceof Set ? [...value] : value]));
}

function withoutEnvelope({ what: _, from: __, callClientId: ___, ...options }: Record<string, unknown>) {
  return options;
}
