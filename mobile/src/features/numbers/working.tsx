import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { radius, space, Text, useTheme } from '@/ui';

/** How a number came about, so that it can be worked out again with a pencil. */
export function Working({ lines, system }: { lines: readonly string[]; system: string }) {
  const { colors } = useTheme();
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <View style={[styles.paper, { backgroundColor: colors.raised }]}>
      <Text variant="smallStrong" color="soft">{t('numbers.working')}</Text>
      {lines.map((line, index) => <Text key={`${index} ${line}`} variant="small" style={styles.line}>{line}</Text>)}
      <Text variant="caption" color="soft">{t('numbers.system', { system: systemName(system) })}</Text>
    </View>
  );
}

function systemName(system: string): string {
  return system.charAt(0).toUpperCase() + system.slice(1);
}

const styles = StyleSheet.create({
  paper: { borderRadius: radius.field, padding: space[4], gap: space[1] },
  line: { fontVariant: ['tabular-nums'] },
});
