import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { space, Text, useTheme } from '@/ui';

/** Where the person spoke over an answer, and what of it they did not hear any more. */
export function Unheard({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const { colors } = useTheme();
  const line = [styles.line, { backgroundColor: colors.hairline }];
  return (
    <View style={styles.unheard}>
      <View style={styles.cut}>
        <View style={line} />
        <Text variant="caption" color="jadeText">{t('conversation.transcript.interrupted')}</Text>
        <View style={line} />
      </View>
      <Text role="note" variant="small" color="soft" style={styles.text} accessibilityLabel={t('conversation.transcript.unheard', { text })}>{text}</Text>
    </View>
  );
}

const styles = StyleSheet.create({
  unheard: { gap: space[1], paddingTop: space[1] },
  cut: { flexDirection: 'row', alignItems: 'center', gap: space[3] },
  line: { flex: 1, height: 1 },
  text: { fontStyle: 'italic' },
});
