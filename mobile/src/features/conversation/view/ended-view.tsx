import type { EndCause } from '@numeroly/generated-client';
import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Button, Ring, Screen, space, Text } from '@/ui';
import type { ReadingNumbers } from './reading-numbers';

export interface EndedViewProps {
  readonly cause: EndCause;
  readonly numbers: ReadingNumbers;
  readonly onAgain: () => void;
  /** Opens what was said. */
  readonly onRead: () => void;
  readonly onHome: () => void;
}

/** The conversation ended without the person having ended it here: why, and where its words are. */
export function EndedView({ cause, numbers, onAgain, onRead, onHome }: EndedViewProps) {
  const { t } = useTranslation();
  const title = t(`conversation.ended.${cause}.title`);
  const footer = (
    <>
      <Button label={t('conversation.ended.again')} onPress={onAgain} />
      <Button kind="quiet" label={t('conversation.ended.read')} onPress={onRead} />
      <Button kind="quiet" label={t('conversation.ended.home')} onPress={onHome} />
    </>
  );
  return (
    <Screen title={title} footer={footer}>
      <View style={styles.page} role="status" aria-live="polite">
        <Ring numbers={numbers.values} mode="dimmed" {...(numbers.main !== undefined && { main: numbers.main })} />
        <Text variant="title" align="center">{title}</Text>
        <Text color="soft" align="center">{t(`conversation.ended.${cause}.text`)}</Text>
      </View>
    </Screen>
  );
}

const styles = StyleSheet.create({ page: { gap: space[4] } });
