import { type Credentials, needsRefresh, restoring, type Session, type SessionAction, sessionReducer } from './session';
import { type Identity, SignInError } from './signing-in';

export interface CredentialsStorage {
  readonly read: () => Promise<Credentials | undefined>;
  readonly write: (credentials: Credentials) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** Holds the session outside of any component, so that a request can ask it for a token at any time. */
export class SessionKeeper {
  #session: Session = restoring;
  #refreshing: Promise<Credentials | undefined> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly identity: Identity,
    readonly storage: CredentialsStorage,
    readonly now: () => number = Date.now,
  ) {}

  readonly get = (): Session => this.#session;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async restore(): Promise<void> {
    const credentials = await this.storage.read();
    await this.#dispatch(credentials ? { type: 'session-restored', credentials } : { type: 'nothing-restored' });
  }

  async signIn(name: string): Promise<void> {
    await this.#dispatch({ type: 'sign-in-started' });
    try {
      await this.#dispatch({ type: 'signed-in', credentials: await this.identity.signIn(name) });
    } catch (error) {
      await this.#dispatch({ type: 'sign-in-failed', trouble: error instanceof SignInError ? error.trouble : 'unreachable' });
    }
  }

  signOut(): Promise<void> {
    return this.#dispatch({ type: 'signed-out' });
  }

  /** The API does not accept the token. */
  expire(): Promise<void> {
    return this.#dispatch({ type: 'session-expired' });
  }

  /** A token that holds for a while yet. Whoever asks while it is being renewed waits for the same one. */
  readonly freshToken = async (): Promise<string | undefined> => {
    if (this.#session.status !== 'signed-in') return undefined;
    const { credentials } = this.#session;
    if (!needsRefresh(credentials, this.now())) return credentials.accessToken;
    this.#refreshing ??= this.#refresh(credentials).finally(() => {
      this.#refreshing = undefined;
    });
    return (await this.#refreshing)?.accessToken;
  };

  async #refresh(credentials: Credentials): Promise<Credentials | undefined> {
    try {
      const renewed = await this.identity.refresh(credentials);
      await this.#dispatch(renewed ? { type: 'token-refreshed', credentials: renewed } : { type: 'session-expired' });
      return renewed;
    } catch (error) {
      // Nobody answered. The old one may still hold: the request itself will tell.
      if (credentials.expiresAt > this.now()) return credentials;
      throw error;
    }
  }

  async #dispatch(action: SessionAction): Promise<void> {
    const before = this.#session;
    this.#session = sessionReducer(before, action);
    if (this.#session === before) return;
    this.#listeners.forEach((listener) => listener());
    if (this.#session.status === 'signed-in') await this.storage.write(this.#session.credentials);
    else if (before.status === 'signed-in') await this.storage.clear();
  }
}
