import { Fragment } from 'react';
import { StyleSheet, View } from 'react-native';
import { failureOf } from '@/lib/api';
import { type Translate, useTranslation } from '@/lib/i18n';
import { Columns, Ring, Screen, space, Text, useWide } from '@/ui';
import { FailureNotice } from '../failures/failure-notice';
import { useProfile } from '../profile/profile';
import { useUser } from '../session/session-provider';
import { useNumbers } from './api';
import { ChartGrid } from './chart-grid';
import { byGroup, mainNumber, ringNumbers } from './chosen-numbers';
import { NumberList } from './number-list';
import { type NumbersView } from '@numeroly/generated-client';
import { PeaksPlot } from './peaks-plot';
import { Section } from './section';
import { TwoWays } from './two-ways';

/** Every number of the person, what it means and how it came about. */
export function NumbersScreen() {
  const { t } = useTranslation();
  const profile = useProfile(useUser());
  const numbers = useNumbers(profile);
  return (
    <Screen title={t('numbers.title')} width="page">
      <View style={styles.head}>
        <Text variant="title">{t('numbers.title')}</Text>
        {profile && <Text color="soft">{profile.name}</Text>}
      </View>
      {numbers.data ? (
        <Reading view={numbers.data} />
      ) : numbers.error ? (
        <FailureNotice failure={failureOf(numbers.error)} onRetry={() => void numbers.refetch()} retrying={numbers.isFetching} />
      ) : (
        <Ring mode="thinking" label={t('ui.loading')} />
      )}
    </Screen>
  );
}

function Reading({ view }: { view: NumbersView }) {
  const wide = useWide();
  const main = mainNumber(view);
  return (
    <Columns
      main={
        <>
          <Ring numbers={ringNumbers(view).map(({ value }) => value)} main={main?.value} size={260}>
            {main && <Text variant="figureLarge">{main.display}</Text>}
          </Ring>
          {wide && <Charts view={view} />}
        </>
      }
      beside={
        <>
          <Groups view={view} />
          {!wide && <Charts view={view} />}
        </>
      }
    />
  );
}

function Charts({ view }: { view: NumbersView }) {
  const { t } = useTranslation();
  const charts = [['birthChart', view.birth_chart], ['nameChart', view.name_chart], ['combinedChart', view.combined_chart]] as const;
  return (
    <>
      {view.peaks.length > 0 && view.birth_date && (
        <Section title={t('numbers.peaks')}><PeaksPlot peaks={view.peaks} birthDate={view.birth_date} on={view.on} /></Section>
      )}
      {charts.map(([name, chart]) => chart && <Section key={name} title={t(`numbers.${name}`)}><ChartGrid chart={chart} name={t(`numbers.${name}`)} /></Section>)}
    </>
  );
}

function Groups({ view }: { view: NumbersView }) {
  const { t } = useTranslation();
  return (
    <>
      {byGroup(view).map(({ group, numbers }, index) => (
        <Fragment key={group}>
          <Section title={groupTitle(group, t)}><NumberList numbers={numbers} /></Section>
          {index === 0 && view.life_path_difference.length > 0 && <TwoWays paragraphs={view.life_path_difference} />}
        </Fragment>
      ))}
      {view.cycles && <Section title={t('numbers.groups.cycle')}><NumberList numbers={[view.cycles.year, view.cycles.month, view.cycles.day, view.cycles.universal_year]} /></Section>}
      {view.challenges.length > 0 && <Section title={t('numbers.groups.challenge')}><NumberList numbers={view.challenges} /></Section>}
    </>
  );
}

function groupTitle(group: string, t: Translate): string {
  if (group === 'core' || group === 'name' || group === 'derived') return t(`numbers.groups.${group}`);
  return t('numbers.groups.other');
}

const styles = StyleSheet.create({ head: { marginBottom: space[5] } });
