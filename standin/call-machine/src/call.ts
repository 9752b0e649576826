import type { Post } from './daily/channel.ts';
import { fatalErrorEvent, type FatalError } from './daily/fatal-errors.ts';
import type { Playback } from './daily/participant.ts';
import type { TrackStore } from './daily/store.ts';
import type { Microphone } from './media/microphone.ts';
import { createLevelObservers } from './media/level-observers.ts';
import { createPeerLinks } from './media/peer-links.ts';
import { createNetworkQuality } from './quality/network-quality.ts';
import { createCallAudio } from './recording/call-audio.ts';
import { receive, type Receivers } from './receiving.ts';
import { postRecordingStarted } from './recording/recording-events.ts';
import { createRoster } from './roster.ts';
import { joinCall, type Signalling } from './signalling/connection.ts';
import type { FromPage, Joined, OwnState, Participant, Snapshot } from './signalling/protocol.ts';
import { createSubscriptions } from './subscriptions.ts';

export interface CallProperties {
  url: string;
  room: string;
  token?: string;
  userName: string | null;
  userData?: unknown;
}

/** One visit to one call, from asking in until the end. */
export interface Call {
  readonly isJoined: boolean;
  readonly roomInfo: object;
  readonly subscriptions: ReturnType<typeof createSubscriptions>;
  readonly levels: ReturnType<typeof createLevelObservers>;
  readonly quality: ReturnType<typeof createNetworkQuality>;
  send(message: FromPage): void;
  isLocal(id: string): boolean;
  rename(changes: { userName?: string | null; userData?: unknown }): void;
  refreshEverybody(): void;
  /** The microphone is different now. */
  microphoneChanged(): void;
  leave(): void;
}

/** What daily-js accepts in one app message, in characters of JSON. */
const longestAppMessage = 4096;
// daily-js names the SFU it is connected to; there is one.
const sfuId = 'standin';

export function enterCall(properties: CallProperties, post: Post, microphone: Microphone, store: TrackStore, onOver: () => void): Call {
  const { userName, userData } = properties;
  const own = { user_name: userName, ...(userData !== undefined && { user_data: userData }) };
  let roomInfo: object = {};
  let sessionData: object = {};
  let isJoined = false;
  // daily-js derives `track-started` from an update, never from the event of joining.
  let isAnnounced = false;

  const subscriptions = createSubscriptions();
  const playback = (participant: Participant): Playback => {
    const id = participant.session_id;
    if (id === roster.local?.session_id) return microphone.track ? (isAnnounced ? 'playable' : 'loading') : 'interrupted';
    if (!subscriptions.includes(id)) return 'sendable';
    if (peers.isBroken(id)) return 'interrupted';
    const track = peers.remoteTrack(id);
    return track && track.readyState === 'live' && !track.muted ? 'playable' : 'loading';
  };
  const peers = createPeerLinks({
    send: (to, signal) => signalling.send({ type: 'peer', to, signal }),
    onHearingChanged: (id) => {
      refresh(id);
      mixSources();
    },
    onMedia: (event) => post({ action: 'network-connection', type: 'sfu', event, sfu_id: sfuId }),
  });
  const roster = createRoster(post, {
    playback,
    // Of two, the one who joined later offers.
    onEntered: (participant) => peers.connect(participant, isLaterThan(participant)),
    onGone: (id) => {
      peers.disconnect(id);
      store.setRemoteTrack(id, null);
      mixSources();
    },
  });
  const isLaterThan = (other: Participant) => {
    const me = roster.local;
    return !me || me.joined_at > other.joined_at || (me.joined_at === other.joined_at && me.session_id > other.session_id);
  };
  const refresh = (id: string) => {
    store.setRemoteTrack(id, subscriptions.includes(id) ? peers.remoteTrack(id) : null);
    roster.refresh(id);
  };
  const levels = createLevelObservers(post, {
    localSessionId: () => roster.local?.session_id ?? null,
    localTrack: () => (microphone.state.state === 'on' ? microphone.track : null),
    connections: () => peers.connections(),
    speakers: () => peers.connections().filter(([id]) => roster.get(id)?.microphone.state === 'on'),
    others: () => roster.others().map(({ session_id: id }) => id),
  });
  const quality = createNetworkQuality(post, () => peers.connections().map(([, connection]) => connection));
  const callAudio = createCallAudio({
    send: (piece) => signalling.sendAudio(piece),
    onFailed: () => signalling.send({ type: 'capture-failed' }),
  });
  const mixSources = () => {
    const mine = microphone.state.state === 'on' ? microphone.track : null;
    const theirs = roster.others().map(({ session_id: id }) => peers.remoteTrack(id));
    callAudio.setSources([mine, ...theirs].filter((track) => track !== null && track.readyState === 'live') as MediaStreamTrack[]);
  };

  const ownState = (): OwnState => ({ ...own, microphone: microphone.state });
  const postSessionState = () => post({ action: 'meeting-session-state-updated', meetingSessionState: { data: sessionData, topology: 'sfu' } });
  const take = (snapshot: Snapshot) => {
    roomInfo = snapshot.room;
    sessionData = snapshot.session_data;
    post({ action: 'meeting-session-summary-updated', meetingSession: { id: snapshot.meeting_id } });
    postSessionState();
    quality.impose(snapshot.network_quality);
    void callAudio.assign(snapshot.capture);
  };
  const onJoined = (joined: Joined) => {
    isJoined = true;
    store.setLocalTrack(microphone.track);
    post({ action: 'access-state-updated', access: { level: 'full' } });
    const participants = roster.start(joined.session_id, joined.participants);
    // A token's name goes before the app's.
    own.user_name = roster.local?.user_name ?? own.user_name;
    void microphone.setMayBeSent(maySendAudio(roster.local));
    take(joined);
    post({ action: 'joined-meeting', participants, internal: { _maxAppMessageSize: longestAppMessage } });
    roster.postCounts();
    post({ action: 'network-connection', type: 'signaling', event: 'connected' });
    post({ action: 'network-connection', type: 'sfu', event: 'connected', sfu_id: sfuId });
    isAnnounced = true;
    microphoneChanged();
    joined.recordings.forEach((recording) => postRecordingStarted(post, recording));
    joined.transcriptions.forEach((options) => post({ action: 'transcription-started', ...options }));
    quality.start();
    levels.startNoticingSpeakers();
  };
  const microphoneChanged = () => {
    if (!isJoined) return;
    store.setLocalTrack(microphone.track);
    // An own track is silenced instead of taken away, so that the next word is not cut off.
    peers.setTrack(microphone.isCustom && microphone.state.state !== 'on' ? null : microphone.track);
    mixSources();
    const me = roster.local;
    if (me) roster.update({ ...me, user_name: own.user_name, ...('user_data' in own && { user_data: own.user_data }), microphone: microphone.state });
    signalling.send({ type: 'state', ...ownState() });
  };
  const update = (participant: Participant) => {
    if (participant.session_id !== roster.local?.session_id) {
      roster.update(participant);
      return mixSources();
    }
    // Of itself the page knows better; only what others may change counts.
    roster.update({ ...roster.local, permissions: participant.permissions, owner: participant.owner });
    void microphone.setMayBeSent(maySendAudio(participant));
  };

  const receivers: Receivers = {
    post,
    roster,
    peers,
    quality,
    callAudio,
    onUpdated: update,
    onMuted: () => void microphone.setOn(false, 'byRemoteRequest'),
    onSessionData: (data) => {
      sessionData = data;
      postSessionState();
    },
  };

  const end = () => {
    isJoined = false;
    levels.stopAll();
    quality.stop();
    void callAudio.assign(null);
    peers.close();
    roster.clear();
    store.clear();
  };
  const onFatal = (error: FatalError) => {
    const wasInside = isJoined;
    end();
    onOver();
    post(fatalErrorEvent(error));
    if (wasInside) post({ action: 'left-meeting' });
  };
  const signalling: Signalling = joinCall(
    properties.url,
    { room: properties.room, ...(properties.token !== undefined && { token: properties.token }) },
    {
      ownState,
      onJoined,
      onMessage: (message) => receive(message, receivers),
      onFatal,
      onInterrupted: () => post({ action: 'network-connection', type: 'signaling', event: 'interrupted' }),
      onResumed: (snapshot) => {
        roster.reconcile(snapshot.participants.filter(({ session_id: id }) => id !== roster.local?.session_id));
        take(snapshot);
        post({ action: 'network-connection', type: 'signaling', event: 'connected' });
      },
    },
  );

  return {
    get isJoined() {
      return isJoined;
    },
    get roomInfo() {
      return roomInfo;
    },
    subscriptions,
    levels,
    quality,
    send: (message) => void signalling.send(message),
    isLocal: (id) => id === 'local' || id === roster.local?.session_id,
    rename: (changes) => {
      if (changes.userName !== undefined) own.user_name = changes.userName;
      if ('userData' in changes) Object.assign(own, { user_data: changes.userData });
      microphoneChanged();
    },
    refreshEverybody: () => roster.others().forEach(({ session_id: id }) => refresh(id)),
    microphoneChanged,
    leave: () => {
      signalling.leave();
      end();
    },
  };
}

function maySendAudio(participant: Participant | undefined) {
  const may = participant?.permissions.canSend ?? true;
  return Array.isArray(may) ? may.includes('audio') : may;
}
