import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Card, focusRing, Icon, type Interaction, radius, space, Text, touchTarget, useTheme } from '@/ui';

/** For whoever comes with another main number than ours: both ways, and why neither is wrong. */
export function TwoWays({ paragraphs }: { paragraphs: readonly string[] }) {
  const { colors } = useTheme();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Card style={styles.card}>
      <Pressable role="button" aria-expanded={open} accessibilityLabel={t('numbers.twoWays')} onPress={() => setOpen(!open)} style={(state: Interaction) => [styles.head, focusRing(colors, state)]}>
        <Text variant="strong" style={styles.title}>{t('numbers.twoWays')}</Text>
        <Icon name={open ? 'up' : 'down'} size={18} color="soft" />
      </Pressable>
      {open && <View style={styles.words}>{paragraphs.map((paragraph) => <Text key={paragraph} color="soft">{paragraph}</Text>)}</View>}
    </Card>
  );
}

const styles = StyleSheet.create({
  card: { paddingVertical: space[1] },
  head: { flexDirection: 'row', alignItems: 'center', gap: space[3], minHeight: touchTarget, borderRadius: radius.field },
  title: { flex: 1 },
  words: { gap: space[3], paddingBottom: space[4] },
});
