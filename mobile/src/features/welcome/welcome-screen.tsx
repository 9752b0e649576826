import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Columns, Ring, Screen, space, Text } from '@/ui';
import { keepProfile, useProfile } from '../profile/profile';
import { ProfileForm } from '../profile/profile-form';
import { useSession } from '../session/session-provider';
import { LanguageChoice } from '../settings/language-choice';

/** The first meeting: what the numbers are, and whose they will be. */
export function WelcomeScreen() {
  const { t } = useTranslation();
  const session = useSession();
  const credentials = session.status === 'signed-in' ? session.credentials : undefined;
  const profile = useProfile(credentials?.user);
  return (
    <Screen title={t('welcome.title')} width="page">
      <Columns
        main={
          <>
            <View style={styles.words}>
              <Text variant="title">{t('welcome.title')}</Text>
              <Text variant="lead" color="soft">{t('welcome.ask')}</Text>
            </View>
            <LanguageChoice />
            <ProfileForm
              profile={profile}
              suggestedName={credentials?.displayName}
              submitLabel={t('welcome.show')}
              onSubmit={(chosen) => credentials && keepProfile(credentials.user, chosen)}
            />
            <Text variant="small" color="soft">{t('welcome.privacy')}</Text>
          </>
        }
        beside={
          <View style={styles.about}>
            <Ring numbers={[1, 4, 5, 9]} main={4} size={200} />
            <Text variant="section">{t('welcome.about.title')}</Text>
            <Text color="soft">{t('welcome.about.ring')}</Text>
            <Text color="soft">{t('welcome.about.origin')}</Text>
            <Text color="soft">{t('welcome.about.promise')}</Text>
          </View>
        }
      />
    </Screen>
  );
}

const styles = StyleSheet.create({
  words: { gap: space[2] },
  about: { gap: space[4] },
});
