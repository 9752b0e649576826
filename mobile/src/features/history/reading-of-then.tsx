import { type ConversationView } from '@numeroly/generated-client';
import { StyleSheet, View } from 'react-native';
import { today } from '@/lib/dates/calendar-date';
import { useTranslation } from '@/lib/i18n';
import { Ring, space, Text } from '@/ui';
import { useConversationNumbers } from '../numbers/api';
import { mainNumber, ringNumbers } from '../numbers/chosen-numbers';
import { NumberList } from '../numbers/number-list';

/** The numbers that the conversation was about. One without a name and birth date had none; then the ring stays dark. */
export function ReadingOfThen({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const { data: view } = useConversationNumbers(conversation.conversation_id, today(new Date(conversation.created_at)));
  const main = view && mainNumber(view);
  if (!view || !main) return <Ring size={220} />;
  const shown = ringNumbers(view);
  return (
    <View style={styles.reading}>
      <Ring numbers={shown.map(({ value }) => value)} main={main.value} size={260} label={shown.map(({ name, display }) => `${name}: ${display}`).join(', ')}>
        <Text variant="figureLarge" aria-hidden>{main.display}</Text>
      </Ring>
      {view.name && <Text color="soft" align="center">{view.name}</Text>}
      <Text variant="section">{t('history.numbers')}</Text>
      <NumberList numbers={shown} />
    </View>
  );
}

const styles = StyleSheet.create({ reading: { gap: space[3] } });
