import type { DailyCall, DailyParticipant } from '@daily-co/daily-js';
import type { Ears } from '../sound/ears.ts';
import type { FromPage } from '../protocol.ts';

/** Tells who is in the call and whose microphone is open, and has the ears listen to all of them. */
export function followParticipants(call: DailyCall, ears: Ears, send: (message: FromPage) => void) {
  // Who is known, and whether their microphone is open.
  const known = new Map<string, boolean>();

  const meet = ({ session_id: sessionId, user_id: userId }: DailyParticipant) => {
    known.set(sessionId, false);
    // Sound alone: nothing is watched here.
    call.updateParticipant(sessionId, { setSubscribedTracks: { audio: true, video: false, screenAudio: false, screenVideo: false } });
    send({ type: 'participant-joined', sessionId, userId: userId || null });
  };
  const look = () => {
    const others = Object.values(call.participants()).filter(({ local }) => !local);
    for (const sessionId of known.keys()) if (!others.some((other) => other.session_id === sessionId)) forget(sessionId);
    for (const other of others) {
      if (!known.has(other.session_id)) meet(other);
      noteMicrophone(other.session_id, isMicrophoneOpen(other));
    }
    ears.setTracks(new Map(others.flatMap(({ session_id: id, tracks }) => (tracks.audio.persistentTrack ? [[id, tracks.audio.persistentTrack] as const] : []))));
    ears.setOpen([...known.values()].includes(true));
  };
  const noteMicrophone = (sessionId: string, isOpen: boolean) => {
    if (known.get(sessionId) === isOpen) return;
    known.set(sessionId, isOpen);
    send({ type: 'microphone', sessionId, isOpen });
  };
  const forget = (sessionId: string) => {
    noteMicrophone(sessionId, false);
    known.delete(sessionId);
    send({ type: 'participant-left', sessionId });
  };

  for (const event of ['participant-joined', 'participant-updated', 'participant-left', 'track-started', 'track-stopped'] as const) call.on(event, look);
  look();
}

function isMicrophoneOpen({ tracks: { audio } }: DailyParticipant) {
  return audio.state !== 'off' && audio.state !== 'blocked';
}
