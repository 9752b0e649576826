import { memo } from 'react';
import { StyleSheet, View } from 'react-native';
import { splitHeard } from '@/features/history/heard';
import { useTranslation } from '@/lib/i18n';
import { Button, space, Text } from '@/ui';
import type { TranscriptEntry } from '../state/transcript';
import { Unheard } from './unheard';

export interface TranscriptLineProps {
  readonly entry: TranscriptEntry;
  /** Must be stable. */
  readonly onResend: (messageId: string) => void;
}

/** What one side said. Words that are still being heard are faint; words that were not heard are too. */
export const TranscriptLine = memo(function TranscriptLine({ entry, onResend }: TranscriptLineProps) {
  const { t } = useTranslation();
  const isOurs = entry.speaker === 'assistant';
  const isFirm = entry.standing === 'saved' || entry.standing === 'settling';
  const { heard, unheard } = splitHeard(entry.text, entry.heard);
  return (
    <View style={styles.line}>
      <Text variant="caption" color={isOurs ? 'amberText' : 'soft'}>{t(`conversation.speaker.${entry.speaker}`)}</Text>
      {heard !== '' && (
        <Text selectable color={isFirm ? (isOurs ? 'ink' : 'soft') : 'faint'} {...(entry.standing === 'interim' && { 'aria-hidden': true })}>
          {heard}
          {entry.standing === 'interim' && '…'}
        </Text>
      )}
      {unheard !== '' && <Unheard text={unheard.trim()} />}
      {entry.standing === 'sending' && <Text variant="caption" color="soft">{t('conversation.write.sending')}</Text>}
      {entry.standing === 'unsent' && <Unsent entry={entry} onResend={onResend} />}
    </View>
  );
});

function Unsent({ entry, onResend }: TranscriptLineProps) {
  const { t } = useTranslation();
  const hasEnded = entry.failure === 'conversation-ended';
  return (
    <View style={styles.unsent} role="alert">
      <Text variant="caption" color="roseText" style={styles.reason}>{t(hasEnded ? 'conversation.write.ended' : 'conversation.write.unsent')}</Text>
      {!hasEnded && <Button kind="quiet" size="small" icon="refresh" label={t('conversation.write.retry')} onPress={() => onResend(entry.key)} />}
    </View>
  );
}

const styles = StyleSheet.create({
  line: { gap: 2 },
  unsent: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: space[3] },
  reason: { flexShrink: 1 },
});
