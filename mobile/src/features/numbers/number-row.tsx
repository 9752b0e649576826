import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { focusRing, Icon, type Interaction, radius, space, Text, touchTarget, useTheme } from '@/ui';
import { type NumberView } from '@numeroly/generated-client';
import { Working } from './working';

/** A number in a list; touched, it tells what it means and how it was worked out. */
export function NumberRow({ number }: { number: NumberView }) {
  const { colors } = useTheme();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <View>
      <Pressable
        role="button"
        aria-expanded={open}
        accessibilityHint={t('numbers.moreHint')}
        onPress={() => setOpen(!open)}
        style={(state: Interaction) => [styles.row, state.pressed && styles.pressed, focusRing(colors, state)]}
      >
        <Text variant="figure" color="amberText" style={styles.figure} maxFontSizeMultiplier={1.3}>{number.display}</Text>
        <View style={styles.words}>
          <Text variant="strong">{number.name}</Text>
          <Text variant="small" color="soft">{number.title}</Text>
        </View>
        <Icon name={open ? 'up' : 'down'} size={18} color="soft" />
      </Pressable>
      {open && (
        <View style={styles.more}>
          <Text variant="strong">{number.summary}</Text>
          {number.meaning.map((paragraph) => <Text key={paragraph} color="soft">{paragraph}</Text>)}
          <Working lines={number.working} system={number.system} />
        </View>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  row: { flexDirection: 'row', alignItems: 'center', gap: space[4], minHeight: touchTarget + 16, paddingVertical: space[2], borderRadius: radius.field },
  pressed: { opacity: 0.7 },
  figure: { minWidth: 52 },
  words: { flex: 1 },
  more: { gap: space[3], paddingBottom: space[4] },
});
