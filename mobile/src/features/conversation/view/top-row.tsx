import type { NetworkQuality } from '@numeroly/generated-client';
import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Button, Chip, space, Text, type ChipTone } from '@/ui';
import { clockTime } from './clock-time';

/** The network as the badge tells it; `none` where there is no call. */
export type NetworkBadge = NetworkQuality | 'lost' | 'none';

const tones: Readonly<Record<NetworkBadge, ChipTone>> = { good: 'good', warning: 'neutral', bad: 'trouble', unknown: 'neutral', lost: 'trouble', none: 'neutral' };

export interface TopRowProps {
  readonly network: NetworkBadge;
  readonly seconds: number;
  readonly onEnd: () => void;
}

/** How the line is, how long it has been, and the way out. */
export function TopRow({ network, seconds, onEnd }: TopRowProps) {
  const { t } = useTranslation();
  const quality = t(`conversation.network.${network}`);
  const time = clockTime(seconds);
  return (
    <View style={styles.row}>
      <View style={styles.side}>
        <Chip
          icon={network === 'none' ? 'keyboard' : 'signal'}
          tone={tones[network]}
          label={quality}
          accessibilityLabel={t('conversation.networkLabel', { quality })}
        />
      </View>
      <Text variant="small" color="soft" style={styles.time} accessibilityLabel={t('conversation.elapsed', { time })}>
        {time}
      </Text>
      <View style={[styles.side, styles.right]}>
        <Button kind="danger" size="small" label={t('conversation.end')} accessibilityHint={t('conversation.endHint')} onPress={onEnd} />
      </View>
    </View>
  );
}

const styles = StyleSheet.create({
  row: { flexDirection: 'row', alignItems: 'center', gap: space[2] },
  side: { flex: 1, flexDirection: 'row' },
  right: { justifyContent: 'flex-end' },
  time: { fontVariant: ['tabular-nums'] },
});
