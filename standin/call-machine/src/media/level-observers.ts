import type { Post } from '../daily/channel.ts';
import { createActiveSpeaker } from './active-speaker.ts';
import { canMeasureTracks } from './audio-context.ts';
import { createLocalLevel } from './local-level.ts';
import { remoteLevel, sentLevel } from './peer-levels.ts';

/** What the observers listen to. */
export interface Audible {
  localSessionId(): string | null;
  /** The own microphone as far as it is on. */
  localTrack(): MediaStreamTrack | null;
  /** The others whose microphone is on. */
  speakers(): [sessionId: string, connection: RTCPeerConnection][];
  /** The ways to everybody who can be reached. */
  connections(): [sessionId: string, connection: RTCPeerConnection][];
  /** Everybody else. */
  others(): string[];
}

const defaultIntervalMs = 200;
const speakerIntervalMs = 300;

/** The audio-level observers of daily-js, and who speaks now. */
export function createLevelObservers(post: Post, audible: Audible) {
  const local = createLocalLevel();
  const activeSpeaker = createActiveSpeaker();
  let localTimer: ReturnType<typeof setInterval> | undefined;
  let remoteTimer: ReturnType<typeof setInterval> | undefined;
  let speakerTimer: ReturnType<typeof setInterval> | undefined;

  const ownLevel = async () => {
    const track = audible.localTrack();
    if (!track || canMeasureTracks()) return local.level(track);
    // Without an AudioContext the level is known only from what is sent to somebody.
    const [first] = audible.connections();
    return first ? sentLevel(first[1]) : 0;
  };
  const remoteLevels = async () => {
    const levels: Record<string, number> = Object.fromEntries(audible.others().map((id) => [id, 0]));
    for (const [id, connection] of audible.speakers()) levels[id] = await remoteLevel(connection);
    return levels;
  };
  const noticeSpeaker = async () => {
    const me = audible.localSessionId();
    const [first] = audible.connections();
    const levels = await remoteLevels();
    if (me && first && audible.localTrack()) levels[me] = await sentLevel(first[1]);
    const speaker = activeSpeaker.next(levels);
    if (speaker && audible.localSessionId()) post({ action: 'active-speaker-change', activeSpeaker: { peerId: speaker } });
  };
  const stopLocal = () => {
    clearInterval(localTimer);
    local.stop();
  };
  const stopRemote = () => clearInterval(remoteTimer);

  return {
    startLocal: (intervalMs: number = defaultIntervalMs) => {
      stopLocal();
      localTimer = setInterval(() => void ownLevel().then((audioLevel) => post({ action: 'local-audio-level', audioLevel })), intervalMs);
    },
    stopLocal,
    startRemote: (intervalMs: number = defaultIntervalMs) => {
      stopRemote();
      remoteTimer = setInterval(
        () => void remoteLevels().then((levels) => audible.localSessionId() && post({ action: 'remote-participants-audio-level', participantsAudioLevel: levels })),
        intervalMs,
      );
    },
    stopRemote,
    startNoticingSpeakers: () => {
      clearInterval(speakerTimer);
      speakerTimer = setInterval(() => void noticeSpeaker(), speakerIntervalMs);
    },
    stopAll: () => {
      stopLocal();
      stopRemote();
      clearInterval(speakerTimer);
    },
  };
}
