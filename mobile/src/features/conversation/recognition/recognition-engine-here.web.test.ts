import { recognitionEngineHere } from './recognition-engine-here.web';

describe('in a browser', () => {
  class Recognition {}

  test.each([
    ['a computer', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0 Safari/537.36', 0, true],
    ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15', 0, true],
    ['an iPad that calls itself a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15', 5, false],
    ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Version/26.0 Mobile/15E148 Safari/604.1', 5, false],
    ['an Android phone', 'Mozilla/5.0 (Linux; Android 16; K) Chrome/156.0 Mobile Safari/537.36', 5, false],
  ])('of %s, whether there is one that can be used', async (_, userAgent, maxTouchPoints, isThere) => {
    jest.replaceProperty(globalThis, 'navigator', { ...globalThis.navigator, userAgent, maxTouchPoints });
    Object.assign(window, { webkitSpeechRecognition: Recognition });
    expect((await recognitionEngineHere()) !== null).toBe(isThere);
  });
});
