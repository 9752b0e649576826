import { Linking, Platform } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Notice, Ring, Screen } from '@/ui';

const stores = { ios: 'https://apps.apple.com/search?term=numeroly', android: 'market://details?id=com.numeroly.app' } as const;

/** The API takes no more requests of this version. */
export function TooOldScreen() {
  const { t } = useTranslation();
  const update = Platform.OS === 'web'
    ? { label: t('failures.reload'), onPress: () => location.reload() }
    : { label: t('failures.update'), onPress: () => void Linking.openURL(Platform.OS === 'ios' ? stores.ios : stores.android) };
  return (
    <Screen title={t('failures.app-too-old.title')}>
      <Ring mode="dimmed" />
      <Notice urgent title={t('failures.app-too-old.title')} text={t('failures.app-too-old.text')} actions={[update]} />
    </Screen>
  );
}
