import { ExpoSpeechRecognitionModule } from 'expo-speech-recognition';
import { Platform } from 'react-native';
import { androidEngine } from './android-engine';
import type { RecognitionEngine } from './recognition-engine';

/** Android 13: since then an app may record for the recogniser itself, beside its own call. */
const FIRST_SHARING = 33;

/**
 * The phone's recogniser; null where it cannot share the microphone with the call. On older Androids the recogniser is
 * another app, to which the system gives silence during a call. On iOS the call's audio unit keeps the microphone, and the
 * recogniser would change the sound of the call.
 */
export async function recognitionEngineHere(): Promise<RecognitionEngine | null> {
  if (Platform.OS !== 'android' || Platform.Version < FIRST_SHARING) return null;
  return ExpoSpeechRecognitionModule.isRecognitionAvailable() ? androidEngine(ExpoSpeechRecognitionModule) : null;
}
