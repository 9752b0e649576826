import { useCallback, useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { usePreferences } from '@/features/settings/preferences';
import { useTranslation } from '@/lib/i18n';
import { IconButton, space, Text } from '@/ui';
import type { Voice } from '../session/use-voice';
import { Composer } from './composer';
import { SoundSheet } from './sound-sheet';
import { TalkButton } from './talk-button';

const SIDE_BUTTON = 56;

export interface BottomRowProps {
  readonly voice: Voice;
  readonly isInCall: boolean;
  readonly isTalking: boolean;
  readonly isWriting: boolean;
  readonly onWrite: () => void;
  readonly onTalk: () => void;
  readonly onSend: (text: string) => void;
}

/** What the person does: talk, write, or choose where the sound goes. */
export function BottomRow({ voice, isInCall, isTalking, isWriting, onWrite, onTalk, onSend }: BottomRowProps) {
  const { t } = useTranslation();
  const { talkMode } = usePreferences();
  const [isChoosing, setIsChoosing] = useState(false);
  const { talking } = voice;
  const start = useCallback(() => talking.start(talkMode === 'open' ? 'open' : 'hold'), [talkMode, talking]);
  const close = useCallback(() => setIsChoosing(false), []);

  if (isWriting) {
    return (
      <View style={styles.frame}>
        <Composer onSend={onSend} onClose={onTalk} isInCall={isInCall} />
      </View>
    );
  }
  return (
    <View style={styles.frame}>
      {voice.talking.wasTooShort && <Text variant="small" color="soft" align="center" role="status">{t('conversation.talk.tooShort')}</Text>}
      <View style={styles.row}>
        <IconButton icon="keyboard" label={t('conversation.write.open')} onPress={onWrite} size={SIDE_BUTTON} />
        <TalkButton mode={talkMode} isTalking={isTalking} disabled={!isInCall} onStart={start} onStop={voice.talking.stop} />
        <IconButton icon="speaker" label={t('conversation.sound.open')} onPress={() => setIsChoosing(true)} expanded={isChoosing} size={SIDE_BUTTON} />
      </View>
      <SoundSheet open={isChoosing} onClose={close} input={voice.input} output={voice.output} />
    </View>
  );
}

const styles = StyleSheet.create({
  frame: { gap: space[2], paddingTop: space[3] },
  row: { flexDirection: 'row', alignItems: 'center', gap: space[3] },
});
