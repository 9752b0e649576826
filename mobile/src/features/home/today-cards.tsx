import { Pressable, StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Card, focusRing, type Interaction, radius, space, Text, useTheme, useWide } from '@/ui';
import { ringNumbers } from '../numbers/chosen-numbers';
import { NumberList } from '../numbers/number-list';
import { type NumbersView, type NumberView } from '@numeroly/generated-client';
import { Section } from '../numbers/section';

/** The person's day in numbers; on a wide screen their main numbers too, which on a phone have a tab of their own. */
export function TodayCards({ view, onOpen }: { view: NumbersView; onOpen: () => void }) {
  const { t } = useTranslation();
  const wide = useWide();
  const day = view.cycles?.day;
  return (
    <View style={styles.cards}>
      {day && <DayCard day={day} onOpen={onOpen} />}
      {wide && view.cycles && <NumberList numbers={[view.cycles.year, view.cycles.month]} />}
      {wide && <Section title={t('home.mainNumbers')}><NumberList numbers={ringNumbers(view)} /></Section>}
    </View>
  );
}

function DayCard({ day, onOpen }: { day: NumberView; onOpen: () => void }) {
  const { colors } = useTheme();
  const { t } = useTranslation();
  return (
    <Pressable
      role="button"
      accessibilityHint={t('home.openNumbers')}
      onPress={onOpen}
      style={(state: Interaction) => [styles.touch, state.pressed && styles.pressed, focusRing(colors, state)]}
    >
      <Card style={styles.day}>
        <View style={styles.words}>
          <Text variant="small" color="soft">{day.name}</Text>
          <Text variant="strong">{day.title}</Text>
          <Text variant="small" color="soft">{day.summary}</Text>
        </View>
        <Text variant="figure" color="amberText" maxFontSizeMultiplier={1.3}>{day.display}</Text>
      </Card>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  cards: { gap: space[5] },
  touch: { borderRadius: radius.card },
  pressed: { opacity: 0.8 },
  day: { flexDirection: 'row', alignItems: 'center', gap: space[4] },
  words: { flex: 1, gap: 2 },
});
