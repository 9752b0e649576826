import type { DailyEventObjectCameraError } from '@daily-co/daily-js';
import { useAudioTrack, useDaily, useDailyEvent, useLocalSessionId } from '@daily-co/daily-react';
import { useCallback, useState } from 'react';
import { askForMicrophone } from './asking-for-microphone';
import type { AudioDevice } from './audio-device';
import { microphoneTroubleFrom, microphoneTroubleOf, troubleOfTrack, type MicrophoneTrouble } from './microphone-trouble';
import { useMicrophones } from './microphones';

export interface VoiceInputService {
  /** Opens the microphone to the call. */
  startRecording(): void;
  /** Closes it: from now on nothing is heard. */
  stopRecording(): void;
  /** Asks for the microphone without speaking yet, so that the system's question does not come in the middle of a sentence. */
  prepare(): Promise<void>;
  /** Takes another microphone, also in the middle of speaking. */
  changeMicrophone(deviceId: string): Promise<void>;
  /** The call can hear the person right now. */
  readonly isRecording: boolean;
  readonly availableMics: readonly AudioDevice[];
  readonly selectedMicId: string | null;
  /** Why nothing is heard; null when nothing is wrong. What was only reported once is forgotten at the next try. */
  readonly trouble: MicrophoneTrouble | null;
  /** What the last try to open the microphone ran into; null while it is still being opened, and once it is. */
  readonly refusal: MicrophoneTrouble | null;
}

/** The person's voice into the call (story 1.2c, `useVoiceInputService`). */
export function useVoiceInputService(): VoiceInputService {
  const call = useDaily();
  const { available, selectedId, select } = useMicrophones();
  const { state, blocked } = useAudioTrack(useLocalSessionId() ?? '');
  const [reported, setTrouble] = useState<MicrophoneTrouble | null>(null);

  useDailyEvent('camera-error', useCallback((event: DailyEventObjectCameraError) => {
    const found = microphoneTroubleOf(event);
    if (found !== null) setTrouble(found);
  }, []));
  useDailyEvent('started-camera', useCallback(() => setTrouble(null), []));
  const setAudio = useCallback((isOn: boolean) => {
    if (call?.meetingState() === 'joined-meeting') call.setLocalAudio(isOn);
  }, [call]);
  const startRecording = useCallback(() => {
    setTrouble(null);
    setAudio(true);
  }, [setAudio]);
  const stopRecording = useCallback(() => setAudio(false), [setAudio]);
  const prepare = useCallback(async () => {
    const found = await askForMicrophone();
    setTrouble(found);
    if (found !== null) return;
    // Daily takes what it was refused before when it is asked to speak; it is not to be heard yet.
    setAudio(true);
    setAudio(false);
  }, [setAudio]);
  const changeMicrophone = useCallback(
    async (deviceId: string) => {
      try {
        await select(deviceId);
        setTrouble(null);
      } catch (error) {
        setTrouble(microphoneTroubleFrom(error));
      }
    },
    [select],
  );

  return { startRecording, stopRecording, prepare, changeMicrophone, isRecording: state === 'playable', availableMics: available, selectedMicId: selectedId, trouble: troubleOfTrack(blocked) ?? reported, refusal: reported };
}
