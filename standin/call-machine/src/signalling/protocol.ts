/** The messages between a page and the stand-in. Its other half is `Calls/Signalling/` of the stand-in. */

export type MicrophoneState =
  | { state: 'on' }
  | { state: 'off'; reason: 'byUser' | 'byRemoteRequest' | 'byCanSendPermission' }
  | { state: 'blocked'; reason: 'byPermissions' | 'byDeviceMissing' | 'byDeviceInUse' };

export interface Permissions {
  hasPresence: boolean;
  canSend: boolean | string[];
  canReceive: unknown;
  canAdmin: boolean | string[];
}

export interface Participant {
  session_id: string;
  user_id: string;
  user_name: string | null;
  user_data?: unknown;
  owner: boolean;
  /** Unix milliseconds, as are all times here. */
  joined_at: number;
  will_eject_at: number | null;
  permissions: Permissions;
  microphone: MicrophoneState;
  /** Simulated by the control surface: it sends no media and answers no offer. */
  simulated: boolean;
}

export interface RecordingInfo {
  recording_id: string;
  instance_id: string;
  recording_type: string;
  layout: object;
  started_by: string | null;
}

export interface NetworkQuality {
  state: 'good' | 'warning' | 'bad' | 'unknown';
  reasons: string[];
}

/** Everything about the call, on joining and after each break. */
export interface Snapshot {
  session_id: string;
  participants: Participant[];
  meeting_id: string;
  session_data: object;
  room: object;
  recordings: RecordingInfo[];
  transcriptions: object[];
  /** Whether this page takes up the call's sound, and under which number. */
  capture: number | null;
  network_quality: NetworkQuality | null;
}

export interface Joined extends Snapshot {
  type: 'joined';
  /** Shown when coming back after a break. */
  resume_key: string;
  /** How long a session outlives its connection. */
  grace_ms: number;
}

export interface PeerSignal {
  /** Counts the attempts to connect; what belongs to an earlier one is stale. */
  round: number;
  description?: { type: RTCSdpType; sdp: string };
  candidate?: RTCIceCandidateInit | null;
  /** Asks the side that offers for a new attempt. */
  again?: true;
}

export type FromServer =
  | Joined
  | ({ type: 'resumed' } & Snapshot)
  | { type: 'refused' | 'ejected' | 'gone'; error_type: string; message: string }
  | { type: 'participant-joined' | 'participant-updated'; participant: Participant }
  | { type: 'participant-left'; session_id: string }
  | { type: 'app-message'; from: string; data: unknown }
  | { type: 'session-data'; data: object }
  | { type: 'session-data-error'; message: string }
  | { type: 'mute' }
  | { type: 'peer'; from: string; signal: PeerSignal }
  | ({ type: 'recording-started' } & RecordingInfo)
  | { type: 'recording-stopped'; instance_id: string }
  | { type: 'recording-error'; instance_id: string; message: string }
  | { type: 'capture'; capture: number | null }
  | { type: 'transcription'; event: { action: string; [field: string]: unknown } }
  | { type: 'network-quality'; quality: NetworkQuality | null }
  | { type: 'cut-media'; for_ms: number }
  | { type: 'pong' };

export interface OwnState {
  user_name: string | null;
  user_data?: unknown;
  microphone: MicrophoneState;
}

export type FromPage =
  | ({ type: 'join'; room: string; token?: string } & OwnState)
  | ({ type: 'resume'; session_id: string; resume_key: string } & OwnState)
  | { type: 'leave' | 'ping' | 'capture-failed' }
  | ({ type: 'state' } & OwnState)
  | { type: 'app-message'; to: string | string[]; data: unknown }
  | { type: 'session-data'; data: object; merge: string }
  | { type: 'update-participant'; session_id: string; changes: object }
  | { type: 'peer'; to: string; signal: PeerSignal }
  | { type: 'recording-start' | 'recording-stop' | 'transcription-start' | 'transcription-stop'; options: object };
