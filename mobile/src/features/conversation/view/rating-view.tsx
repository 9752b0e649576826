import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { NumberList } from '@/features/numbers/number-list';
import type { NumberView } from '@numeroly/generated-client';
import { useTranslation } from '@/lib/i18n';
import { Button, Screen, space, StarRating, type Stars, Text } from '@/ui';

export interface RatingViewProps {
  /** How long the conversation took. */
  readonly seconds: number;
  readonly numbers: readonly NumberView[];
  /** Whether there was a call, and so a recording. */
  readonly wasSpoken: boolean;
  readonly onChoose: (stars: Stars | null) => void;
  readonly onDone: () => void;
}

/** After the person ended the conversation: how it was, and what it was about. Already silent. */
export function RatingView({ seconds, numbers, wasSpoken, onChoose, onDone }: RatingViewProps) {
  const { t } = useTranslation();
  const [stars, setStars] = useState<Stars | null>(null);
  const minutes = Math.floor(seconds / 60);

  function choose(chosen: Stars | null): void {
    setStars(chosen);
    onChoose(chosen);
  }

  const footer = (
    <>
      <Button label={t('conversation.rating.done')} onPress={onDone} disabled={stars === null} />
      <Button
        kind="quiet"
        label={t('conversation.rating.skip')}
        onPress={() => {
          choose(null);
          onDone();
        }}
      />
    </>
  );
  return (
    <Screen title={t('conversation.rating.title')} footer={footer}>
      <View style={styles.head}>
        <Text color="soft" align="center">{minutes === 0 ? t('conversation.rating.length_0') : t('conversation.rating.length', { count: minutes })}</Text>
        <Text variant="title" align="center">{t('conversation.rating.title')}</Text>
        <StarRating label={t('conversation.rating.stars')} value={stars} onChange={choose} describe={(count) => t(`ui.stars_${count}`)} />
      </View>
      {numbers.length > 0 && (
        <View style={styles.part}>
          <Text variant="section">{t('conversation.rating.numbers')}</Text>
          <NumberList numbers={numbers} />
        </View>
      )}
      <Text variant="small" color="soft" style={styles.part}>{t(wasSpoken ? 'conversation.rating.recording' : 'conversation.rating.written')}</Text>
    </Screen>
  );
}

const styles = StyleSheet.create({
  head: { gap: space[3], paddingTop: space[8], alignItems: 'center' },
  part: { gap: space[3], marginTop: space[6] },
});
