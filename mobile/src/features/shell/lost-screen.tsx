import { useRouter } from 'expo-router';
import { useTranslation } from '@/lib/i18n';
import { Notice, Ring, Screen } from '@/ui';

/** An address that leads nowhere. */
export function LostScreen() {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Screen title={t('shell.lost.title')}>
      <Ring mode="dimmed" />
      <Notice tone="neutral" title={t('shell.lost.title')} text={t('shell.lost.text')} actions={[{ label: t('shell.lost.home'), onPress: () => router.replace('/') }]} />
    </Screen>
  );
}
