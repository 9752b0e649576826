/** A fatal error as daily-js reports one. Only connection errors carry details. */
export interface FatalError {
  type: string;
  msg: string;
  details?: { on: 'join' | 'reconnect'; sourceError: object; uri: string };
}

export function connectionError(on: 'join' | 'reconnect', uri: string, msg: string): FatalError {
  return { type: 'connection-error', msg, details: { on, sourceError: { msg }, uri } };
}

/** The event for it. daily-js expects the details as JSON text. */
export function fatalErrorEvent({ type, msg, details }: FatalError) {
  return { action: 'error', errorMsg: msg, error: { type, msg, ...(details && { details: JSON.stringify(details) }) } };
}
