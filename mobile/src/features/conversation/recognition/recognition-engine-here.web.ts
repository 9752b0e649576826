import type { RecognitionEngine } from './recognition-engine';
import { webSpeechEngine } from './web-speech-engine';

/**
 * The browser's recogniser; null where there is none that can be used within a call. On phones a page's recogniser is the
 * system's, which takes the microphone from the call or hears nothing.
 */
export async function recognitionEngineHere(): Promise<RecognitionEngine | null> {
  return isOnPhone(navigator) ? null : webSpeechEngine(window);
}

// An iPad calls itself a Mac, but no Mac has a screen to touch.
function isOnPhone({ userAgent, maxTouchPoints }: Navigator): boolean {
  return /Android|iPhone|iPad|Mobile/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}
