import { StyleSheet, View } from 'react-native';
import { FailureNotice } from '@/features/failures/failure-notice';
import type { Failure } from '@/lib/api';
import { useTranslation } from '@/lib/i18n';
import { Button, Ring, Screen, space } from '@/ui';

export interface StartFailedViewProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
  readonly onHome: () => void;
}

/** There is no conversation yet: why, and another try where it may help. */
export function StartFailedView({ failure, onRetry, onHome }: StartFailedViewProps) {
  const { t } = useTranslation();
  return (
    <Screen title={t('conversation.title')} footer={<Button kind="quiet" label={t('conversation.failed.home')} onPress={onHome} />}>
      <View style={styles.page}>
        <Ring mode="dimmed" />
        <FailureNotice failure={failure} {...(failure.temporary || failure.kind === 'unexpected' ? { onRetry } : {})} />
      </View>
    </Screen>
  );
}

const styles = StyleSheet.create({ page: { gap: space[6] } });
