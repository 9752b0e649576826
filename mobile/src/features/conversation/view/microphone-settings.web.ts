/** A page may not open the browser's settings; the words say where they are. */
export const openMicrophoneSettings: (() => void) | null = null;
