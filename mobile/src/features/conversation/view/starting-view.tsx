import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Button, Ring, Screen, Text } from '@/ui';
import type { ReadingNumbers } from './reading-numbers';

/** The moment in which the conversation is opened; it can be left. */
export function StartingView({ numbers, onCancel }: { readonly numbers: ReadingNumbers; readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const state = t('conversation.state.starting');
  return (
    <Screen title={t('conversation.title')} scroll={false} footer={<Button kind="quiet" label={t('ui.cancel')} onPress={onCancel} />}>
      <View style={styles.page}>
        <Ring mode="thinking" numbers={numbers.values} {...(numbers.main !== undefined && { main: numbers.main })} label={t('conversation.ring', { state })}>
          <Text variant="strong" color="soft" align="center" aria-live="polite">{state}</Text>
        </Ring>
      </View>
    </Screen>
  );
}

const styles = StyleSheet.create({ page: { flex: 1, justifyContent: 'center' } });
