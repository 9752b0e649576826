import { type ConversationListItem } from '@numeroly/generated-client';
import { useRouter } from 'expo-router';
import { Pressable, StyleSheet, View } from 'react-native';
import { formatMoment, useTranslation } from '@/lib/i18n';
import { Card, Chip, focusRing, Icon, type Interaction, radius, space, StarRating, type Stars, Text, useTheme } from '@/ui';
import { clockTime } from '@/ui/audio/speeds';

/** One conversation in the list: when, how long, how it was. */
export function ConversationRow({ conversation }: { conversation: ConversationListItem }) {
  const { t, language } = useTranslation();
  const { colors } = useTheme();
  const router = useRouter();
  const when = formatMoment(new Date(conversation.created_at), language);
  const facts = [
    conversation.duration_seconds !== null && t('history.lasted', { time: clockTime(conversation.duration_seconds) }),
    t('history.messages', { total: conversation.message_count }),
    conversation.recording_status === 'ready' && t('history.recorded'),
  ].filter((fact) => fact !== false);
  return (
    <Pressable
      role="link"
      onPress={() => router.push({ pathname: '/history/[id]', params: { id: conversation.conversation_id } })}
      style={(state: Interaction) => [styles.touch, state.pressed && styles.pressed, focusRing(colors, state)]}
    >
      <Card style={styles.row}>
        <View style={styles.words}>
          <Text variant="strong">{when}</Text>
          <Text variant="small" color="soft">{facts.join(' · ')}</Text>
        </View>
        {conversation.status === 'open' ? (
          <Chip label={t('history.open')} tone="good" />
        ) : (
          conversation.rating !== null && <StarRating value={conversation.rating as Stars} label={t('history.rating')} describe={(stars) => t(`ui.stars_${stars}`)} size={16} />
        )}
        <Icon name="forward" size={18} color="soft" />
      </Card>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  touch: { borderRadius: radius.card },
  pressed: { opacity: 0.8 },
  row: { flexDirection: 'row', alignItems: 'center', gap: space[3] },
  words: { flex: 1, gap: 2 },
});
