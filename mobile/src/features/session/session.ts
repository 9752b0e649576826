/** Who is signed in, with what. Nothing of it is shown or logged except the name. */
export interface Credentials {
  /** Names the person on this device: for development the typed name, for OIDC the subject. */
  readonly user: string;
  /** What to call them, if known. */
  readonly displayName: string | undefined;
  readonly accessToken: string;
  /** When the access token ends, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly refreshToken: string | undefined;
}

/** Why signing in did not work. */
export type SignInTrouble = 'cancelled' | 'refused' | 'unreachable';

export type Session =
  | { readonly status: 'restoring' }
  | { readonly status: 'signed-out'; readonly because: 'never-in' | 'asked' | 'expired' | SignInTrouble }
  | { readonly status: 'signing-in' }
  | { readonly status: 'signed-in'; readonly credentials: Credentials };

export type SessionAction =
  | { readonly type: 'session-restored'; readonly credentials: Credentials }
  | { readonly type: 'nothing-restored' }
  | { readonly type: 'sign-in-started' }
  | { readonly type: 'signed-in'; readonly credentials: Credentials }
  | { readonly type: 'sign-in-failed'; readonly trouble: SignInTrouble }
  | { readonly type: 'token-refreshed'; readonly credentials: Credentials }
  | { readonly type: 'session-expired' }
  | { readonly type: 'signed-out' };

export const restoring: Session = { status: 'restoring' };

export function sessionReducer(session: Session, action: SessionAction): Session {
  switch (action.type) {
    case 'session-restored':
      return session.status === 'restoring' ? { status: 'signed-in', credentials: action.credentials } : session;
    case 'nothing-restored':
      return session.status === 'restoring' ? { status: 'signed-out', because: 'never-in' } : session;
    case 'sign-in-started':
      return session.status === 'signed-out' ? { status: 'signing-in' } : session;
    case 'signed-in':
      return session.status === 'signing-in' ? { status: 'signed-in', credentials: action.credentials } : session;
    case 'sign-in-failed':
      return session.status === 'signing-in' ? { status: 'signed-out', because: action.trouble } : session;
    case 'token-refreshed':
      // One that was on its way when the person signed out must not bring them back.
      return session.status === 'signed-in' && session.credentials.user === action.credentials.user ? { status: 'signed-in', credentials: action.credentials } : session;
    case 'session-expired':
      return session.status === 'signed-in' ? { status: 'signed-out', because: 'expired' } : session;
    case 'signed-out':
      return session.status === 'signed-in' ? { status: 'signed-out', because: 'asked' } : session;
  }
}

const refreshAheadMs = 120_000;

/** Whether a token should be renewed before it is used once more. */
export function needsRefresh({ expiresAt }: Credentials, now: number): boolean {
  return expiresAt - now < refreshAheadMs;
}
