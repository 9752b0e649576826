import type { MicrophoneState, Participant, Permissions } from '../signalling/protocol.ts';

/** What is known of a track on this page, beyond what its sender says. */
export type Playback = 'playable' | 'loading' | 'interrupted' | 'sendable';

/** A participant as daily-js posts one: plain data, to which it attaches the tracks itself. */
export function toDailyParticipant(participant: Participant, { local, playback }: { local: boolean; playback: Playback }) {
  const { microphone } = participant;
  return {
    session_id: participant.session_id,
    user_id: participant.user_id,
    user_name: participant.user_name ?? '',
    ...(participant.user_data !== undefined && { userData: participant.user_data }),
    local,
    owner: participant.owner,
    record: false,
    audio: microphone.state === 'on',
    video: false,
    screen: false,
    joined_at: new Date(participant.joined_at),
    // The epoch stands for "never", as in daily-js's own documentation.
    will_eject_at: new Date(participant.will_eject_at ?? 0),
    networkQualityState: 'unknown',
    permissions: toDailyPermissions(participant.permissions),
    tracks: { audio: audioTrack(microphone, playback, local), video: offTrack(local), screenAudio: offTrack(local), screenVideo: offTrack(local) },
  };
}

/** Lists of what may be sent or administered are sets in daily-js. */
export function toDailyPermissions({ canSend, canAdmin, ...others }: Permissions) {
  const set = (value: boolean | string[]) => (Array.isArray(value) ? new Set(value) : value);
  return { ...others, canSend: set(canSend), canAdmin: set(canAdmin) };
}

function audioTrack(microphone: MicrophoneState, playback: Playback, local: boolean) {
  const subscribed = local || playback !== 'sendable';
  switch (microphone.state) {
    case 'blocked':
      return { subscribed, state: 'blocked', blocked: { [microphone.reason]: true } };
    case 'off':
      return { subscribed, state: 'off', off: { [microphone.reason]: true } };
    case 'on':
      return { subscribed, state: playback };
  }
}

function offTrack(local: boolean) {
  return { subscribed: local, state: 'off', off: { byUser: true } };
}
