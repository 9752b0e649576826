import { type ErrorBoundaryProps } from 'expo-router';
import { useTranslation } from '@/lib/i18n';
import { Notice, Ring, Screen } from '@/ui';

/** A fault of ours in a screen: the others still work. */
export function ErrorScreen({ retry }: ErrorBoundaryProps) {
  const { t } = useTranslation();
  return (
    <Screen title={t('failures.unexpected.title')}>
      <Ring mode="dimmed" />
      <Notice urgent title={t('failures.unexpected.title')} text={t('failures.unexpected.text')} actions={[{ label: t('ui.retry'), onPress: () => void retry() }]} />
    </Screen>
  );
}
