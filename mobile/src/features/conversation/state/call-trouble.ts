/** The ways in which a call can be out of reach while the conversation itself goes on. */
export type CallTrouble =
  | 'no-webrtc' // this browser cannot hold calls
  | 'room-full' // somebody else takes both places
  | 'unreachable' // Daily or the way to it is down
  | 'room-gone' // Daily no longer has the room
  | 'token-refused' // also a fresh token did not let us in
  | 'taken-over' // the same person joined from elsewhere
  | 'app-too-old'; // Daily no longer speaks with this version

/** Troubles that joining again may solve. */
export function isWorthRetrying(trouble: CallTrouble): boolean {
  return trouble !== 'no-webrtc' && trouble !== 'app-too-old';
}
