import type { Post } from './daily/channel.ts';
import type { PeerLinks } from './media/peer-links.ts';
import type { createNetworkQuality } from './quality/network-quality.ts';
import type { CallAudio } from './recording/call-audio.ts';
import { postRecordingStarted } from './recording/recording-events.ts';
import type { createRoster } from './roster.ts';
import type { FromServer, Participant } from './signalling/protocol.ts';

/** The parts of a call that messages of the stand-in are for. */
export interface Receivers {
  post: Post;
  roster: ReturnType<typeof createRoster>;
  peers: PeerLinks;
  quality: ReturnType<typeof createNetworkQuality>;
  callAudio: CallAudio;
  onUpdated(participant: Participant): void;
  onMuted(): void;
  onSessionData(data: object): void;
}

/** Hands what happened in the call to the part it concerns, and tells daily-js. */
export function receive(message: FromServer, { post, roster, peers, quality, callAudio, onUpdated, onMuted, onSessionData }: Receivers) {
  switch (message.type) {
    case 'participant-joined':
      return roster.enter(message.participant);
    case 'participant-updated':
      return onUpdated(message.participant);
    case 'participant-left':
      return roster.leave(message.session_id);
    case 'app-message':
      return post({ action: 'app-message', data: message.data, fromId: message.from });
    case 'session-data':
      return onSessionData(message.data);
    case 'session-data-error':
      return post({ action: 'nonfatal-error', type: 'meeting-session-data-error', errorMsg: message.message });
    case 'mute':
      return onMuted();
    case 'peer':
      return peers.receive(message.from, message.signal);
    case 'recording-started':
      return postRecordingStarted(post, message);
    case 'recording-stopped':
      return post({ action: 'recording-stopped', instanceId: message.instance_id });
    case 'recording-error':
      return post({ action: 'recording-error', instanceId: message.instance_id, errorMsg: message.message });
    case 'capture':
      return void callAudio.assign(message.capture);
    case 'transcription':
      return post(withTime(message.event));
    case 'network-quality':
      return quality.impose(message.quality);
    case 'cut-media':
      return peers.cut(message.for_ms);
    default:
      return undefined;
  }
}

/** A time is text on the wire, and a Date in daily-js. */
function withTime(event: { action: string; [field: string]: unknown }) {
  return typeof event.timestamp === 'string' ? { ...event, timestamp: new Date(event.timestamp) } : event;
}
