import { type ConversationView } from '@numeroly/generated-client';
import { Fragment } from 'react';
import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Card, Divider, space, StarRating, type Stars, Text } from '@/ui';
import { clockTime } from '@/ui/audio/speeds';

/** How long it took, how it ended, what it was worth. */
export function Facts({ conversation: { duration_seconds, end_cause, rating, language, message_count } }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const facts: readonly (readonly [string, string])[] = [
    [t('history.duration'), duration_seconds === null ? t('history.none') : clockTime(duration_seconds)],
    [t('history.ended'), end_cause === null ? t('history.open') : t(`history.cause.${end_cause}`)],
    [t('history.said'), String(message_count)],
    [t('settings.language'), language === 'vi' ? 'Tiếng Việt' : 'English'],
  ];
  return (
    <Card style={styles.card}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <Row name={name}><Text style={styles.value} align="right">{value}</Text></Row>
          <Divider />
        </Fragment>
      ))}
      <Row name={t('history.rating')}>
        {rating === null ? <Text color="soft">{t('history.none')}</Text> : <StarRating value={rating as Stars} label={t('history.rating')} describe={(stars) => t(`ui.stars_${stars}`)} size={18} />}
      </Row>
    </Card>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <View style={styles.row}>
      <Text variant="small" color="soft">{name}</Text>
      {children}
    </View>
  );
}

const styles = StyleSheet.create({
  card: { paddingVertical: space[2] },
  row: { flexDirection: 'row', alignItems: 'center', justifyContent: 'space-between', gap: space[4], minHeight: 48 },
  value: { flexShrink: 1 },
});
