import { type SavedMessage } from '@numeroly/generated-client';
import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Card, Ring, space, Text } from '@/ui';
import { splitHeard } from './heard';

/** What was said, in order. Of an answer that was interrupted, the part that was not heard is paler. */
export function TranscriptCard({ messages }: { messages: readonly SavedMessage[] | undefined }) {
  const { t } = useTranslation();
  return (
    <Card style={styles.card}>
      <Text variant="section">{t('history.transcript')}</Text>
      {messages === undefined && <Ring mode="thinking" size={160} label={t('ui.loading')} />}
      {messages?.length === 0 && <Text color="soft">{t('history.nothingSaid')}</Text>}
      {messages?.map((message) => <Message key={message.message_id} message={message} />)}
    </Card>
  );
}

function Message({ message }: { message: SavedMessage }) {
  const { t } = useTranslation();
  const ours = message.speaker === 'assistant';
  const { heard, unheard } = splitHeard(message.text, message.heard);
  return (
    <View style={styles.message}>
      <Text variant="caption" color={ours ? 'amberText' : 'jadeText'}>{ours ? 'Numeroly' : t('history.you')}</Text>
      <Text selectable>
        {heard}
        {unheard !== '' && <Text color="soft" style={styles.unheard}>{unheard}</Text>}
      </Text>
      {unheard !== '' && <Text variant="caption" color="soft">{t('history.interrupted')}</Text>}
    </View>
  );
}

const styles = StyleSheet.create({
  card: { gap: space[4] },
  message: { gap: 2 },
  unheard: { fontStyle: 'italic' },
});
