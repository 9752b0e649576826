import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Notice, Ring, space, useTheme } from '@/ui';

/** The ring, which is also the logo, while the app gets ready. */
export function StartingScreen() {
  const { colors } = useTheme();
  const { t } = useTranslation();
  return (
    <View style={[styles.middle, { backgroundColor: colors.ground }]}>
      <Ring mode="thinking" size={240} label={t('ui.loading')} />
    </View>
  );
}

/** The deployment is not complete: nothing a user can change. */
export function MisconfiguredScreen() {
  const { colors } = useTheme();
  const { t } = useTranslation();
  return (
    <View style={[styles.middle, { backgroundColor: colors.ground }]}>
      <Ring mode="dimmed" size={240} />
      <Notice urgent title={t('failures.misconfigured.title')} text={t('failures.misconfigured.text')} />
    </View>
  );
}

const styles = StyleSheet.create({ middle: { flex: 1, alignItems: 'center', justifyContent: 'center', padding: space[6], gap: space[6] } });
