import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Chip, Field, space, Text } from '@/ui';
import { type HistoryFilter, isNarrowed } from './history-filter';

export interface HistoryHeadProps {
  readonly filter: HistoryFilter;
  readonly onChange: (filter: HistoryFilter) => void;
  readonly total: number | undefined;
}

export function HistoryHead({ filter, onChange, total }: HistoryHeadProps) {
  const { t } = useTranslation();
  return (
    <View style={styles.head}>
      <Text variant="title">{t('history.title')}</Text>
      <Field
        label={t('history.search')}
        labelHidden
        placeholder={t('history.search')}
        value={filter.words}
        onChangeText={(words) => onChange({ ...filter, words })}
        inputMode="search"
        returnKeyType="search"
        autoCorrect={false}
        maxLength={200}
      />
      <View style={styles.filters} role="group" accessibilityLabel={t('history.filters')}>
        <Chip label={t('history.liked')} icon="star" selected={filter.liked} onPress={() => onChange({ ...filter, liked: !filter.liked })} />
        <Chip label={t('history.open')} selected={filter.status === 'open'} onPress={() => onChange({ ...filter, status: filter.status === 'open' ? undefined : 'open' })} />
        <Chip label="Tiếng Việt" selected={filter.language === 'vi'} onPress={() => onChange({ ...filter, language: filter.language === 'vi' ? undefined : 'vi' })} />
        <Chip label="English" selected={filter.language === 'en'} onPress={() => onChange({ ...filter, language: filter.language === 'en' ? undefined : 'en' })} />
      </View>
      {total !== undefined && isNarrowed(filter) && <Text variant="small" color="soft" role="status" aria-live="polite">{t('history.found', { total })}</Text>}
    </View>
  );
}

const styles = StyleSheet.create({
  head: { gap: space[4], marginBottom: space[5] },
  filters: { flexDirection: 'row', flexWrap: 'wrap', gap: space[2] },
});
