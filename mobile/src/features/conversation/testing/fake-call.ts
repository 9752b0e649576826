import type { DailyCall, DailyMeetingState, DailyParticipant, DailyTrackState } from '@daily-co/daily-js';
import { act } from '@testing-library/react-native';
import { Emitter } from './emitter';

const callClientId = 'fake-call';
const LOCAL = 'session-me';

type Answer = 'joined' | { readonly type: string };

/** A call object that real daily-react works with, steered by a test instead of by Daily. */
export class FakeCall {
  readonly events = new Emitter();
  /** What the app did to the call, in order. */
  readonly done: string[] = [];
  readonly sent: unknown[] = [];
  readonly joinedWith: unknown[] = [];
  /** How the next joins go; after these they succeed. */
  readonly answers: Answer[] = [];
  stats: object = { latest: { timestamp: 1, sendBitsPerSecond: 24_000, recvBitsPerSecond: 24_000, audioRecvPacketLoss: 0, networkRoundTripTime: 0.05 } };
  state: DailyMeetingState = 'new';
  isMicrophoneBlocked = false;
  private microphoneFailure = '';
  /** The assistant's sound as it plays here. */
  readonly remoteTrack = { enabled: true } as MediaStreamTrack;
  /** The person's own microphone as the call has it; null when the call does not say. */
  localTrack: MediaStreamTrack | null = null;
  private remote: DailyParticipant | null = null;
  private isAudible = false;
  private isDead = false;

  /** The object as the app gets it. */
  asDailyCall(): DailyCall {
    return this as unknown as DailyCall;
  }

  // What a test does to the call.

  async assistantJoins(): Promise<void> {
    this.remote = participant('session-assistant', false, { state: 'playable', subscribed: true, persistentTrack: this.remoteTrack });
    await this.happens('participant-joined', { participant: this.remote });
    await this.happens('participant-counts-updated', { participantCounts: this.participantCounts() });
  }

  async assistantLeaves(): Promise<void> {
    const left = this.remote;
    this.remote = null;
    await this.happens('participant-left', { participant: left });
  }

  async assistantSays(data: unknown): Promise<void> {
    await this.happens('app-message', { data, fromId: 'session-assistant' });
  }

  async assistantIsHeard(level: number): Promise<void> {
    await this.happens('remote-participants-audio-level', { participantsAudioLevel: { 'session-assistant': level } });
  }

  /** How loud the person is at the microphone. */
  async personIsHeard(level: number): Promise<void> {
    await this.happens('local-audio-level', { audioLevel: level });
  }

  async network(type: 'signaling' | 'sfu', event: 'interrupted' | 'connected'): Promise<void> {
    await this.happens('network-connection', { type, event });
  }

  async microphoneFails(type: string): Promise<void> {
    this.isMicrophoneBlocked = true;
    this.microphoneFailure = type;
    await this.happens('camera-error', this.cameraError());
  }

  private cameraError() {
    const type = this.microphoneFailure;
    return { errorMsg: { errorMsg: type, audioOk: false }, error: { type, msg: type, blockedMedia: ['audio'], missingMedia: ['audio'] } };
  }

  /** Puts the person out of the call. */
  async ends(type: string): Promise<void> {
    this.state = 'error';
    this.isAudible = false;
    await this.happens('error', { errorMsg: type, error: { type, msg: type } });
    await this.happens('left-meeting', {});
  }

  async happens(action: string, body: object): Promise<void> {
    await act(async () => {
      this.events.emit(action, { action, callClientId, ...body });
      await settled();
    });
  }

  // What daily-react and the app call.

  callClientId = callClientId;
  on = (name: string, listener: (event: unknown) => void) => this.emitter('on', name, listener);
  once = (name: string, listener: (event: unknown) => void) => this.emitter('on', name, (event) => listener(event));
  off = (name: string, listener: (event: unknown) => void) => this.emitter('off', name, listener);
  meetingState = () => this.state;
  isDestroyed = () => this.isDead;
  participants = () => ({ local: this.me(), ...(this.remote && { [this.remote.session_id]: this.remote }) });
  participantCounts = () => ({ present: this.remote === null ? 1 : 2, hidden: 0 });
  room = async () => ({ id: 'room', name: 'room' });
  meetingSessionState = () => ({ data: undefined, topology: 'sfu' });
  meetingSessionSummary = () => ({ id: 'meeting' });
  getNetworkStats = async () => ({ networkState: 'good', networkStateReasons: [], quality: 100, threshold: 'good', stats: this.stats });
  getNetworkTopology = async () => ({ topology: 'sfu' });
  getReceiveSettings = async () => ({});
  getSendSettings = () => ({});
  getInputSettings = async () => ({});
  getInputDevices = async () => ({ camera: {}, mic: {}, speaker: { deviceId: 'SPEAKERPHONE' } });
  getCpuLoadStats = async () => ({ cpuLoadState: 'low', cpuLoadStateReason: 'none', stats: {} });
  enumerateDevices = async () => ({ devices: ['SPEAKERPHONE', 'BLUETOOTH'].map((deviceId) => ({ deviceId, kind: 'audio', label: '', groupId: '' })) });
  isLocalAudioLevelObserverRunning = () => false;
  isRemoteParticipantsAudioLevelObserverRunning = () => false;
  startLocalAudioLevelObserver = async () => undefined;
  startRemoteParticipantsAudioLevelObserver = async () => undefined;
  subscribeToTracksAutomatically = () => true;

  sendAppMessage = (data: unknown) => {
    this.sent.push(data);
    return this;
  };

  setLocalAudio = (isOn: boolean) => {
    this.done.push(isOn ? 'microphone on' : 'microphone off');
    this.isAudible = isOn && !this.isMicrophoneBlocked;
    this.events.emit('participant-updated', { action: 'participant-updated', callClientId, participant: this.me() });
    // Daily asks again at each try, and says each time how that went.
    if (isOn && this.isMicrophoneBlocked) this.events.emit('camera-error', { action: 'camera-error', callClientId, ...this.cameraError() });
    return this;
  };

  setAudioDevice = async (deviceId: string) => {
    this.done.push(`route ${deviceId}`);
    return { deviceId };
  };

  join = async (properties: unknown) => {
    this.joinedWith.push(properties);
    this.state = 'joining-meeting';
    this.emit('joining-meeting', {});
    await Promise.resolve();
    const answer = this.answers.shift() ?? 'joined';
    if (answer !== 'joined') {
      this.state = 'error';
      this.emit('error', { errorMsg: answer.type, error: { ...answer, msg: answer.type } });
      throw { ...answer, msg: answer.type };
    }
    this.state = 'joined-meeting';
    this.emit('joined-meeting', { participants: this.participants() });
    return this.participants();
  };

  leave = async () => {
    this.done.push('left');
    this.state = 'left-meeting';
    this.emit('left-meeting', {});
  };

  destroy = async () => {
    this.isDead = true;
    this.done.push('destroyed');
    this.emit('call-instance-destroyed', {});
  };

  private me(): DailyParticipant {
    const audio: DailyTrackState = this.isMicrophoneBlocked
      ? { state: 'blocked', subscribed: true, blocked: this.microphoneFailure === 'permissions' ? { byPermissions: true } : { byDeviceMissing: true } }
      : this.isAudible
        ? { state: 'playable', subscribed: true, ...(this.localTrack !== null && { persistentTrack: this.localTrack }) }
        : { state: 'off', subscribed: true, off: { byUser: true } };
    return participant(LOCAL, true, audio);
  }

  private emit(action: string, body: object): void {
    this.events.emit(action, { action, callClientId, ...body });
  }

  private emitter(method: 'on' | 'off', name: string, listener: (event: unknown) => void): this {
    this.events[method](name, listener);
    return this;
  }
}

function participant(session_id: string, local: boolean, audio: DailyTrackState): DailyParticipant {
  const off: DailyTrackState = { state: 'off', subscribed: true, off: { byUser: true } };
  return {
    session_id,
    local,
    user_id: local ? 'me' : 'assistant',
    user_name: '',
    owner: !local,
    record: false,
    joined_at: new Date(0),
    will_eject_at: new Date(0),
    permissions: { hasPresence: true, canSend: true, canReceive: { base: true }, canAdmin: false },
    tracks: { audio, video: off, screenAudio: off, screenVideo: off },
    audio: audio.state === 'playable',
    video: false,
    screen: false,
  } as unknown as DailyParticipant;
}

/** Lets everything that is already decided happen, with real timers and with Jest's. */
export async function settled(): Promise<void> {
  const isFaked = Object.hasOwn(setTimeout, 'clock');
  for (let turn = 0; turn < 20; turn++) {
    if (isFaked) await jest.advanceTimersByTimeAsync(0);
    else await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
