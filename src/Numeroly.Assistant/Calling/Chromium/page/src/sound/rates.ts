/** Samples a second of what is heard. */
export const heardRate = 16_000;

/** Samples in one frame of what is heard: 20 ms. */
export const heardFrame = heardRate / 50;

/** Samples a second of what is said. */
export const spokenRate = 24_000;
