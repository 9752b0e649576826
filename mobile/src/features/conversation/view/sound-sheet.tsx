import { useTranslation } from '@/lib/i18n';
import { Notice, Sheet } from '@/ui';
import type { VoiceInputService } from '../call/use-voice-input-service';
import type { VoiceOutputService } from '../call/use-voice-output-service';
import { DeviceChoice } from './device-choice';

export interface SoundSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly input: Pick<VoiceInputService, 'availableMics' | 'selectedMicId' | 'changeMicrophone'>;
  readonly output: Pick<VoiceOutputService, 'availableSpeakers' | 'selectedSpeakerId' | 'changeSpeaker' | 'hasSpeakerTrouble'>;
}

/** Where the voice comes from and where the sound goes. */
export function SoundSheet({ open, onClose, input, output }: SoundSheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('conversation.sound.title')} open={open} onClose={onClose} closeLabel={t('ui.close')}>
      <DeviceChoice
        icon="microphone"
        title={t('conversation.sound.microphone')}
        devices={input.availableMics}
        selectedId={input.selectedMicId}
        onSelect={input.changeMicrophone}
        withoutChoice={t('conversation.sound.onlyMicrophone')}
      />
      <DeviceChoice
        icon="speaker"
        title={t('conversation.sound.speaker')}
        devices={output.availableSpeakers}
        selectedId={output.selectedSpeakerId}
        onSelect={output.changeSpeaker}
        withoutChoice={t('conversation.sound.onlySpeaker')}
      />
      {output.hasSpeakerTrouble && <Notice title={t('conversation.trouble.speaker.title')} text={t('conversation.sound.trouble')} />}
    </Sheet>
  );
}
