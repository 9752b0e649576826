import { mediaDevices } from '@daily-co/react-native-webrtc';
import { microphoneTroubleFrom, type MicrophoneTrouble } from './microphone-trouble';

/** Has the system ask the person, if it has not yet. @returns why there is no microphone, or null. */
export async function askForMicrophone(): Promise<MicrophoneTrouble | null> {
  try {
    const stream = await mediaDevices.getUserMedia({ audio: true });
    stream.getTracks().forEach((track) => track.stop());
    return null;
  } catch (error) {
    return microphoneTroubleFrom(error);
  }
}
