import { useRouter } from 'expo-router';
import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { IconButton, Screen, space, Text } from '@/ui';
import { useUser } from '../session/session-provider';
import { keepProfile, useProfile } from './profile';
import { ProfileForm } from './profile-form';

/** Correcting the name or the birth date. */
export function ProfileScreen() {
  const { t } = useTranslation();
  const router = useRouter();
  const user = useUser();
  const profile = useProfile(user);
  const leave = () => (router.canGoBack() ? router.back() : router.replace('/settings'));
  return (
    <Screen title={t('profile.title')}>
      <View style={styles.head}>
        <IconButton icon="back" label={t('ui.back')} kind="plain" onPress={leave} />
        <Text variant="title" style={styles.title}>{t('profile.title')}</Text>
      </View>
      <ProfileForm
        profile={profile}
        submitLabel={t('profile.save')}
        onSubmit={(changed) => {
          if (user) keepProfile(user, changed);
          leave();
        }}
      />
    </Screen>
  );
}

const styles = StyleSheet.create({
  head: { gap: space[2], marginBottom: space[6], marginLeft: -space[3], alignItems: 'flex-start' },
  title: { marginLeft: space[3] },
});
