/** A microphone, or a place for the sound to go. */
export interface AudioDevice {
  readonly id: string;
  /** The device's own name; null for one that the app has words for, by its id. */
  readonly name: string | null;
}

/** The devices there are of one kind, which is in use, and how to take another. */
export interface AudioDevices {
  readonly available: readonly AudioDevice[];
  readonly selectedId: string | null;
  /** Rejects when the device cannot be used. */
  select(id: string): Promise<void>;
}
