import { useRouter } from 'expo-router';
import { StyleSheet, View } from 'react-native';
import { failureOf } from '@/lib/api';
import { formatWeekday, useTranslation } from '@/lib/i18n';
import { Button, Columns, Ring, Screen, space, Text } from '@/ui';
import { FailureNotice } from '../failures/failure-notice';
import { useNumbers } from '../numbers/api';
import { mainNumber, ringNumbers } from '../numbers/chosen-numbers';
import { type NumbersView } from '@numeroly/generated-client';
import { callName } from '../profile/name';
import { useProfile } from '../profile/profile';
import { useUser } from '../session/session-provider';
import { TodayCards } from './today-cards';
import { WriteLink } from './write-link';

/** Today: who one is in numbers, what day it is in them, and the way into a conversation. */
export function HomeScreen() {
  const { t, language } = useTranslation();
  const router = useRouter();
  const profile = useProfile(useUser());
  const numbers = useNumbers(profile);
  return (
    <Screen title={t('home.title')} width="page">
      <Columns
        main={
          <>
            <View>
              <Text color="soft">{formatWeekday(new Date(), language)}</Text>
              <Text variant="title">{t('home.greeting', { name: callName(profile?.name ?? '') })}</Text>
            </View>
            <TodayRing view={numbers.data} failed={numbers.isError} />
            <View style={styles.acts}>
              <Button icon="microphone" label={t('home.talk')} onPress={() => router.push('/conversation')} />
              <WriteLink onPress={() => router.push({ pathname: '/conversation', params: { typed: '1' } })} />
            </View>
          </>
        }
        beside={
          numbers.data ? (
            <TodayCards view={numbers.data} onOpen={() => router.navigate('/numbers')} />
          ) : numbers.error ? (
            <FailureNotice failure={failureOf(numbers.error)} onRetry={() => void numbers.refetch()} retrying={numbers.isFetching} />
          ) : null
        }
      />
    </Screen>
  );
}

function TodayRing({ view, failed }: { view: NumbersView | undefined; failed: boolean }) {
  const { t } = useTranslation();
  const main = view && mainNumber(view);
  if (!view || !main) return <Ring mode={failed ? 'still' : 'thinking'} label={failed ? undefined : t('ui.loading')} />;
  const shown = ringNumbers(view);
  return (
    <Ring numbers={shown.map(({ value }) => value)} main={main.value} label={shown.map(({ name, display }) => `${name}: ${display}`).join(', ')}>
      <View aria-hidden style={styles.centre}>
        <Text variant="figureLarge">{main.display}</Text>
        <Text variant="small" color="soft">{main.name}</Text>
      </View>
    </Ring>
  );
}

const styles = StyleSheet.create({
  acts: { gap: space[1] },
  centre: { alignItems: 'center' },
});
