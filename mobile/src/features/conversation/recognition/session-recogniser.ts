import { deviceRecogniser } from './device-recogniser';
import { recognitionEngineHere } from './recognition-engine-here';
import type { SpeechRecogniser } from './speech-recogniser';

/** The recogniser of this device; null where it has none that works beside a call. */
export async function sessionRecogniser(): Promise<SpeechRecogniser | null> {
  const engine = await recognitionEngineHere();
  return engine === null ? null : deviceRecogniser(engine);
}
