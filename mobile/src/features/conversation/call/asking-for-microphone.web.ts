import { microphoneTroubleFrom, type MicrophoneTrouble } from './microphone-trouble';

/** Has the browser ask the person, if it has not yet. @returns why there is no microphone, or null. */
export async function askForMicrophone(): Promise<MicrophoneTrouble | null> {
  // Absent outside of a secure context.
  if (!('mediaDevices' in navigator)) return 'none';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    stream.getTracks().forEach((track) => track.stop());
    return null;
  } catch (error) {
    return microphoneTroubleFrom(error);
  }
}
