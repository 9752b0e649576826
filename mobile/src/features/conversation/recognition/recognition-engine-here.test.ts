import { ExpoSpeechRecognitionModule } from 'expo-speech-recognition';
import { Platform } from 'react-native';
import { recognitionEngineHere } from './recognition-engine-here';

jest.mock('expo-speech-recognition', () => ({
  ExpoSpeechRecognitionModule: { isRecognitionAvailable: jest.fn(), addListener: jest.fn(), start: jest.fn(), stop: jest.fn(), abort: jest.fn() },
}));
const isServiceThere = jest.mocked(ExpoSpeechRecognitionModule.isRecognitionAvailable);
beforeEach(() => void isServiceThere.mockReturnValue(true));

describe('on a phone', () => {
  function onSystem(os: typeof Platform.OS, version: number): void {
    jest.replaceProperty(Platform, 'OS', os);
    jest.spyOn(Platform, 'Version', 'get').mockReturnValue(version);
  }

  test.each<[string, typeof Platform.OS, number, boolean]>([
    ['Android 13 shares the microphone with the call', 'android', 33, true],
    ['Android 12 does not', 'android', 32, false],
    ['iOS does not', 'ios', 26, false],
  ])('%s', async (_, os, version, isThere) => {
    onSystem(os, version);
    expect((await recognitionEngineHere()) !== null).toBe(isThere);
  });

  test('without a speech service there is none', async () => {
    onSystem('android', 35);
    isServiceThere.mockReturnValue(false);
    expect(await recognitionEngineHere()).toBeNull();
  });
});
