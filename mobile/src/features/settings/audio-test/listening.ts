export interface Listening {
  readonly stop: () => Promise<void>;
}

export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError';

  constructor(
    readonly trouble: 'denied' | 'missing',
    options?: ErrorOptions,
  ) {
    super(`The microphone is ${trouble}.`, options);
  }
}
