import { useRouter } from 'expo-router';
import { StyleSheet, View } from 'react-native';
import { appVersion } from '@/lib/config';
import { formatDate, useTranslation } from '@/lib/i18n';
import { Button, Card, Columns, Screen, Segmented, space, Text } from '@/ui';
import { Section } from '../numbers/section';
import { useProfile } from '../profile/profile';
import { useSessionKeeper, useUser } from '../session/session-provider';
import { AudioTest } from './audio-test/audio-test';
import { LanguageChoice } from './language-choice';
import { changePreferences, usePreferences } from './preferences';

export function SettingsScreen() {
  const { t } = useTranslation();
  const { theme, talkMode } = usePreferences();
  const keeper = useSessionKeeper();
  return (
    <Screen title={t('settings.title')} width="page">
      <Text variant="title" style={styles.title}>{t('settings.title')}</Text>
      <Columns
        main={
          <>
            <Section title={t('settings.language')}><LanguageChoice /></Section>
            <Section title={t('settings.theme')}>
              <Segmented
                label={t('settings.theme')}
                value={theme}
                onChange={(chosen) => changePreferences({ theme: chosen })}
                options={[
                  { value: 'system', label: t('settings.themes.system') },
                  { value: 'dark', label: t('settings.themes.dark') },
                  { value: 'light', label: t('settings.themes.light') },
                ]}
              />
            </Section>
            <Section title={t('settings.talking')}>
              <Segmented
                label={t('settings.talking')}
                value={talkMode}
                onChange={(chosen) => changePreferences({ talkMode: chosen })}
                options={[
                  { value: 'hold', label: t('settings.talkModes.hold') },
                  { value: 'tap', label: t('settings.talkModes.tap') },
                  { value: 'open', label: t('settings.talkModes.open') },
                ]}
              />
              <Text variant="small" color="soft">{t(`settings.talkHints.${talkMode}`)}</Text>
            </Section>
          </>
        }
        beside={
          <>
            <AudioTest />
            <ProfileCard />
            <Button kind="quiet" icon="sign-out" label={t('settings.signOut')} onPress={() => void keeper.signOut()} />
            <Text variant="caption" color="soft" align="center">{t('settings.version', { version: appVersion })}</Text>
          </>
        }
      />
    </Screen>
  );
}

function ProfileCard() {
  const { t, language } = useTranslation();
  const router = useRouter();
  const profile = useProfile(useUser());
  if (!profile) return null;
  return (
    <Section title={t('profile.title')}>
      <Card style={styles.profile}>
        <View style={styles.who}>
          <Text variant="strong">{profile.name}</Text>
          <Text variant="small" color="soft">{formatDate(profile.birthDate, language)}</Text>
        </View>
        <Button kind="quiet" size="small" label={t('settings.change')} onPress={() => router.push('/profile')} />
      </Card>
    </Section>
  );
}

const styles = StyleSheet.create({
  title: { marginBottom: space[5] },
  profile: { flexDirection: 'row', alignItems: 'center', gap: space[4] },
  who: { flex: 1 },
});
