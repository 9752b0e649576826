import { AudioModule, RecordingPresets, requestRecordingPermissionsAsync, setAudioModeAsync } from 'expo-audio';
import { loudness } from './loudness';
import { type Listening, MicrophoneError } from './listening';

const everyMs = 80;

/** Listens to a phone's microphone by recording to a file that is thrown away. */
export async function listen(onLevel: (level: number) => void): Promise<Listening> {
  if (!(await requestRecordingPermissionsAsync()).granted) throw new MicrophoneError('denied');
  await setAudioModeAsync({ allowsRecording: true, playsInSilentMode: true });
  // The module is native, so the linter cannot see what is in it.
  // eslint-disable-next-line import/namespace
  const recorder = new AudioModule.AudioRecorder({});
  await recorder.prepareToRecordAsync({ ...RecordingPresets.LOW_QUALITY, isMeteringEnabled: true });
  recorder.record();
  const timer = setInterval(() => onLevel(loudness(recorder.getStatus().metering ?? Number.NEGATIVE_INFINITY)), everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await recorder.stop();
      await setAudioModeAsync({ allowsRecording: false });
    },
  };
}
