import type { Post } from './daily/channel.ts';
import { toDailyParticipant, type Playback } from './daily/participant.ts';
import type { Participant } from './signalling/protocol.ts';

export interface RosterEvents {
  /** How this participant's sound can be played here; of the own one, whether it is there yet. */
  playback(participant: Participant): Playback;
  onEntered(participant: Participant): void;
  onGone(sessionId: string): void;
}

/** Who is in the call, and what daily-js is told of them. Who has no presence is counted, but not shown. */
export function createRoster(post: Post, { playback, onEntered, onGone }: RosterEvents) {
  let localId: string | null = null;
  const everybody = new Map<string, Participant>();

  const isShown = ({ session_id: id, permissions }: Participant) => id === localId || permissions.hasPresence;
  const describe = (participant: Participant) => toDailyParticipant(participant, { local: participant.session_id === localId, playback: playback(participant) });
  const others = () => [...everybody.values()].filter(({ session_id: id }) => id !== localId);
  const postCounts = () => {
    const shown = [...everybody.values()].filter(isShown).length;
    post({ action: 'participant-counts-updated', participantCounts: { present: shown, hidden: everybody.size - shown } });
  };
  const enter = (participant: Participant) => {
    everybody.set(participant.session_id, participant);
    onEntered(participant);
    if (isShown(participant)) post({ action: 'participant-joined', participant: describe(participant) });
    postCounts();
  };
  const update = (participant: Participant) => {
    const before = everybody.get(participant.session_id);
    if (!before) return enter(participant);
    everybody.set(participant.session_id, participant);
    if (isShown(before) && !isShown(participant)) post({ action: 'participant-left', participant: describe(participant), reason: 'hidden' });
    else if (isShown(participant)) post({ action: isShown(before) ? 'participant-updated' : 'participant-joined', participant: describe(participant) });
    postCounts();
  };
  const leave = (sessionId: string) => {
    const participant = everybody.get(sessionId);
    if (!participant || sessionId === localId) return;
    const left = describe(participant);
    everybody.delete(sessionId);
    onGone(sessionId);
    if (isShown(participant)) post({ action: 'participant-left', participant: left });
    postCounts();
  };

  return {
    get local() {
      return localId === null ? undefined : everybody.get(localId);
    },
    others,
    get: (sessionId: string) => everybody.get(sessionId),
    enter,
    update,
    leave,
    /** Everybody at the time of joining, as the event `joined-meeting` carries them. */
    start: (sessionId: string, participants: Participant[]) => {
      localId = sessionId;
      everybody.clear();
      for (const participant of participants) everybody.set(participant.session_id, participant);
      others().forEach(onEntered);
      return Object.fromEntries([...everybody.values()].filter(isShown).map((participant) => [participant.session_id === localId ? 'local' : participant.session_id, describe(participant)]));
    },
    /** Catches up after a break. */
    reconcile: (participants: Participant[]) => {
      const present = new Set(participants.map(({ session_id: id }) => id));
      for (const { session_id: id } of others()) if (!present.has(id)) leave(id);
      participants.forEach(update);
    },
    /** Tells daily-js again how a participant is. */
    refresh: (sessionId: string) => {
      const participant = everybody.get(sessionId);
      if (participant && isShown(participant)) post({ action: 'participant-updated', participant: describe(participant) });
    },
    postCounts,
    clear: () => {
      localId = null;
      everybody.clear();
    },
  };
}
