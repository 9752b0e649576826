import { useRouter } from 'expo-router';
import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Button, Ring, space, Text } from '@/ui';

/** Nothing yet, or nothing that fits. */
export function EmptyHistory({ narrowed, onShowAll }: { narrowed: boolean; onShowAll: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const words = narrowed ? 'nothingFits' : 'nothingYet';
  return (
    <View style={styles.empty}>
      <Ring size={200} />
      <Text variant="section" align="center">{t(`history.${words}.title`)}</Text>
      <Text color="soft" align="center">{t(`history.${words}.text`)}</Text>
      {narrowed ? (
        <Button kind="quiet" label={t('history.showAll')} onPress={onShowAll} />
      ) : (
        <Button icon="microphone" label={t('home.talk')} onPress={() => router.push('/conversation')} />
      )}
    </View>
  );
}

const styles = StyleSheet.create({ empty: { gap: space[4], maxWidth: 420, width: '100%', alignSelf: 'center' } });
