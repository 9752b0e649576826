import { maybeCompleteAuthSession } from 'expo-web-browser';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { useConfiguration } from '@/lib/config';
import { useTranslation } from '@/lib/i18n';
import { Button, Field, Notice, Ring, Screen, space, Text } from '@/ui';
import { LanguageChoice } from '../settings/language-choice';
import { useSession, useSessionKeeper } from './session-provider';

// In a browser the issuer comes back to this page in a window of its own, which hands over and closes.
maybeCompleteAuthSession();

export function SignInScreen() {
  const { t } = useTranslation();
  const { signIn } = useConfiguration();
  const session = useSession();
  const because = session.status === 'signed-out' ? session.because : 'never-in';
  return (
    <Screen title={t('session.title')}>
      <View style={styles.content}>
        <Ring numbers={[1, 4, 5, 9]} main={4} size={220} />
        <View style={styles.words}>
          <Text variant="title" align="center">Numeroly</Text>
          <Text variant="lead" color="soft" align="center">{t('session.intro')}</Text>
        </View>
        {because !== 'never-in' && because !== 'asked' && (
          <Notice urgent title={t(`session.trouble.${because}.title`)} text={t(`session.trouble.${because}.text`)} />
        )}
        {signIn.kind === 'development' ? <NameForm busy={session.status === 'signing-in'} /> : <AccountButton busy={session.status === 'signing-in'} />}
        <LanguageChoice />
      </View>
    </Screen>
  );
}

function NameForm({ busy }: { busy: boolean }) {
  const { t } = useTranslation();
  const keeper = useSessionKeeper();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (name.trim()) void keeper.signIn(name.trim());
  };
  return (
    <View style={styles.form}>
      <Field
        label={t('session.name')}
        hint={t('session.nameHint')}
        error={tried && !name.trim() ? t('session.nameMissing') : undefined}
        value={name}
        onChangeText={setName}
        onSubmitEditing={submit}
        autoComplete="given-name"
        autoCapitalize="words"
        maxLength={60}
        returnKeyType="go"
      />
      <Button testID="submit" label={t('session.start')} onPress={submit} busy={busy} />
    </View>
  );
}

function AccountButton({ busy }: { busy: boolean }) {
  const { t } = useTranslation();
  const keeper = useSessionKeeper();
  return <Button label={t('session.withAccount')} onPress={() => void keeper.signIn('')} busy={busy} />;
}

const styles = StyleSheet.create({
  content: { flexGrow: 1, justifyContent: 'center', gap: space[6] },
  words: { gap: space[2] },
  form: { gap: space[4] },
});
