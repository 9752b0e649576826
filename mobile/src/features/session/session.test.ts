import { type Credentials, needsRefresh, restoring, type Session, sessionReducer } from './session';

const alice: Credentials = { user: 'alice', displayName: 'Alice', accessToken: 'a1', expiresAt: 1000, refreshToken: undefined };
const renewed: Credentials = { ...alice, accessToken: 'a2' };
const signedIn: Session = { status: 'signed-in', credentials: alice };
const signedOut: Session = { status: 'signed-out', because: 'asked' };

describe('sessionReducer', () => {
  it('restores who was signed in, or finds nobody', () => {
    expect(sessionReducer(restoring, { type: 'session-restored', credentials: alice })).toEqual(signedIn);
    expect(sessionReducer(restoring, { type: 'nothing-restored' })).toEqual({ status: 'signed-out', because: 'never-in' });
  });

  it('signs in, and says why it did not work', () => {
    const trying = sessionReducer(signedOut, { type: 'sign-in-started' });
    expect(trying).toEqual({ status: 'signing-in' });
    expect(sessionReducer(trying, { type: 'signed-in', credentials: alice })).toEqual(signedIn);
    expect(sessionReducer(trying, { type: 'sign-in-failed', trouble: 'unreachable' })).toEqual({ status: 'signed-out', because: 'unreachable' });
  });

  it('takes a renewed token of the same person', () => {
    expect(sessionReducer(signedIn, { type: 'token-refreshed', credentials: renewed })).toEqual({ status: 'signed-in', credentials: renewed });
  });

  it('does not bring anybody back with a token that was still on its way', () => {
    expect(sessionReducer(signedOut, { type: 'token-refreshed', credentials: renewed })).toBe(signedOut);
    expect(sessionReducer(signedIn, { type: 'token-refreshed', credentials: { ...renewed, user: 'bob' } })).toBe(signedIn);
  });

  it('tells asked from expired', () => {
    expect(sessionReducer(signedIn, { type: 'signed-out' })).toEqual(signedOut);
    expect(sessionReducer(signedIn, { type: 'session-expired' })).toEqual({ status: 'signed-out', because: 'expired' });
    expect(sessionReducer(signedOut, { type: 'session-expired' })).toBe(signedOut);
  });
});

describe('needsRefresh', () => {
  it('is true two minutes ahead', () => {
    expect(needsRefresh({ ...alice, expiresAt: 1_000_000 }, 1_000_000 - 119_000)).toBe(true);
    expect(needsRefresh({ ...alice, expiresAt: 1_000_000 }, 1_000_000 - 121_000)).toBe(false);
  });
});
