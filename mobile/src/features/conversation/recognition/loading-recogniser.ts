import type { SpeechRecogniser } from './speech-recogniser';

let loading: Promise<SpeechRecogniser | null> | null = null;

/**
 * The device's recogniser, loaded when it is first asked for and the same as long as the app runs, so that it remembers
 * that it does not work. Null where there is none.
 */
export function loadRecogniser(): Promise<SpeechRecogniser | null> {
  // A build without the module, or a page that cannot load the part, has no recogniser; the assistant has one.
  loading ??= import('./session-recogniser').then((part) => part.sessionRecogniser()).catch(() => null);
  return loading;
}
