/** Why a device's recogniser did not understand. */
export type RecognitionFailure =
  | 'unavailable' // there is none, or its service refuses this app
  | 'not-allowed' // the person or the system does not let it listen
  | 'language' // it does not know the language
  | 'network' // it works over a network that is not there
  | 'microphone' // it gets no sound
  | 'no-speech' // it heard nobody speak
  | 'aborted'; // somebody took the microphone from it

const forGood: ReadonlySet<RecognitionFailure> = new Set(['unavailable', 'not-allowed', 'language']);

/** Whether trying again in the same session cannot help. */
export function isForGood(failure: RecognitionFailure): boolean {
  return forGood.has(failure);
}

const kinds: Readonly<Record<string, RecognitionFailure>> = {
  'not-allowed': 'not-allowed',
  'service-not-allowed': 'unavailable',
  'language-not-supported': 'language',
  network: 'network',
  'audio-capture': 'microphone',
  interrupted: 'microphone',
  busy: 'microphone',
  'no-speech': 'no-speech',
  'speech-timeout': 'no-speech',
  aborted: 'aborted',
};

/** The failure by the name that the Web Speech API gives it; phones use the same names and a few more. */
export function failureNamed(name: string): RecognitionFailure {
  return kinds[name] ?? 'network';
}
