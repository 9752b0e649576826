import { configurationFrom, ConfigurationError } from './configuration';

const development = { apiUrl: 'http://127.0.0.1:5080/', callBundleUrl: 'http://127.0.0.1:5090/standin/call', signIn: { kind: 'development', tokenUrl: 'http://127.0.0.1:5080/development/tokens' } };
const oidc = { kind: 'oidc', authority: 'https://login.example.com', clientId: 'app', scopes: ['openid'] };

describe('configurationFrom', () => {
  it('takes the local stand-in and the real Daily', () => {
    expect(configurationFrom(development)).toEqual({ ...development, apiUrl: 'http://127.0.0.1:5080', speechRecognition: 'assistant' });
    expect(configurationFrom({ apiUrl: 'https://api.example.com', signIn: oidc })).toEqual({ apiUrl: 'https://api.example.com', signIn: oidc, speechRecognition: 'assistant' });
  });

  it.each(['device', 'assistant'] as const)('takes that the %s recognises speech first', (speechRecognition) => {
    expect(configurationFrom({ ...development, speechRecognition }).speechRecognition).toBe(speechRecognition);
  });

  it.each([
    [undefined, 'The configuration'],
    [{}, 'apiUrl'],
    [{ ...development, apiUrl: 'ftp://x' }, 'apiUrl'],
    [{ ...development, signIn: undefined }, 'signIn'],
    [{ ...development, signIn: { kind: 'magic' } }, 'signIn.kind'],
    [{ ...development, speechRecognition: 'both' }, 'speechRecognition'],
    [{ ...development, signIn: { ...oidc, scopes: 'openid' } }, 'signIn.scopes'],
  ])('says what is wrong with %j', (read, what) => {
    expect(() => configurationFrom(read)).toThrow(ConfigurationError);
    expect(() => configurationFrom(read)).toThrow(what);
  });
});
