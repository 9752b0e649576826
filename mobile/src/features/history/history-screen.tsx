import { useState } from 'react';
import { ActivityIndicator, FlatList, StyleSheet, View } from 'react-native';
import { failureOf } from '@/lib/api';
import { useTranslation } from '@/lib/i18n';
import { Ring, Screen, space, Text, useTheme } from '@/ui';
import { FailureNotice } from '../failures/failure-notice';
import { useHistory } from './api';
import { ConversationRow } from './conversation-row';
import { everything, type HistoryFilter, isNarrowed } from './history-filter';
import { HistoryHead } from './history-head';
import { EmptyHistory } from './empty-history';
import { useSettled } from './use-settled';

const settleMs = 300;

/** Every conversation so far: searched, filtered, and read on as far as one scrolls. */
export function HistoryScreen() {
  const { t } = useTranslation();
  const { colors } = useTheme();
  const [filter, setFilter] = useState<HistoryFilter>(everything);
  const settled = useSettled(filter, settleMs);
  const history = useHistory(settled);
  const rows = history.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = history.data?.pages[0]?.total;
  return (
    <Screen title={t('history.title')} width="text" scroll={false}>
      <FlatList
        testID="history"
        data={rows}
        keyExtractor={({ conversation_id }) => conversation_id}
        renderItem={({ item }) => <ConversationRow conversation={item} />}
        ItemSeparatorComponent={Gap}
        ListHeaderComponent={<HistoryHead filter={filter} onChange={setFilter} total={total} />}
        ListEmptyComponent={
          history.error ? (
            <FailureNotice failure={failureOf(history.error)} onRetry={() => void history.refetch()} retrying={history.isFetching} />
          ) : history.isPending ? (
            <Ring mode="thinking" size={220} label={t('ui.loading')} />
          ) : (
            <EmptyHistory narrowed={isNarrowed(settled)} onShowAll={() => setFilter(everything)} />
          )
        }
        ListFooterComponent={history.isFetchingNextPage ? <ActivityIndicator color={colors.amber} style={styles.more} accessibilityLabel={t('ui.loading')} /> : <View style={styles.more} />}
        onEndReached={() => history.hasNextPage && !history.isFetchingNextPage && void history.fetchNextPage()}
        onEndReachedThreshold={0.6}
        onRefresh={() => void history.refetch()}
        refreshing={history.isRefetching && !history.isFetchingNextPage}
        keyboardShouldPersistTaps="handled"
        showsVerticalScrollIndicator={false}
      />
      {rows.length > 0 && history.isError && <Text variant="small" color="roseText" role="alert">{t(`failures.${failureOf(history.error).kind}.title`)}</Text>}
    </Screen>
  );
}

function Gap() {
  return <View style={styles.gap} />;
}

const styles = StyleSheet.create({
  gap: { height: space[3] },
  more: { paddingVertical: space[5] },
});
