import { useAudioTrack, useParticipantIds } from '@daily-co/daily-react';
import { useCallback, useState } from 'react';
import type { AudioDevice } from './audio-device';
import { useSpeakers } from './speakers';

/** Whether the assistant could be heard now: its sound arrives, is cut off for a moment, or is not sent. */
export type RemoteAudio = 'playable' | 'interrupted' | 'off';

export interface VoiceOutputService {
  /** The assistant's session in the call; null while it is not there. */
  readonly assistantId: string | null;
  readonly remoteAudioAvailable: RemoteAudio;
  /** Sends the sound elsewhere: another loudspeaker in a browser, another route on a phone. */
  changeSpeaker(deviceId: string): Promise<void>;
  readonly availableSpeakers: readonly AudioDevice[];
  readonly selectedSpeakerId: string | null;
  /** The last choice could not be followed. */
  readonly hasSpeakerTrouble: boolean;
}

/** The assistant's voice out of the call (story 1.2c, `useVoiceOutputService`). */
export function useVoiceOutputService(): VoiceOutputService {
  const [assistantId = null] = useParticipantIds({ filter: 'remote', sort: 'joined_at' });
  const { state } = useAudioTrack(assistantId ?? '');
  const { available, selectedId, select } = useSpeakers();
  const [hasSpeakerTrouble, setHasSpeakerTrouble] = useState(false);

  const changeSpeaker = useCallback(
    (deviceId: string) => select(deviceId).then(() => setHasSpeakerTrouble(false), () => setHasSpeakerTrouble(true)),
    [select],
  );

  return {
    assistantId,
    remoteAudioAvailable: assistantId === null ? 'off' : remoteAudioOf(state),
    changeSpeaker,
    availableSpeakers: available,
    selectedSpeakerId: selectedId,
    hasSpeakerTrouble,
  };
}

function remoteAudioOf(state: string): RemoteAudio {
  if (state === 'playable') return 'playable';
  return state === 'interrupted' || state === 'loading' ? 'interrupted' : 'off';
}
