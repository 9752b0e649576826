import type { SharedValue } from 'react-native-reanimated';
import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Ring, Text, type Colors, type RingMode } from '@/ui';
import type { RingWord } from './ring-word';

const modes: Readonly<Partial<Record<RingWord, RingMode>>> = {
  listening: 'listening',
  speaking: 'speaking',
  transcribing: 'thinking',
  thinking: 'thinking',
  synthesizing: 'thinking',
  starting: 'thinking',
  joining: 'thinking',
  reconnecting: 'dimmed',
  silent: 'dimmed',
};

/** Points. */
const SMALL = 160;

const inks: Readonly<Partial<Record<RingMode, keyof Colors>>> = { listening: 'jadeText', speaking: 'amberText' };

export interface RingStageProps {
  readonly word: RingWord;
  readonly numbers: readonly number[];
  readonly main?: number;
  /** Loudness of the person and of the assistant. */
  readonly mine: SharedValue<number>;
  readonly theirs: SharedValue<number>;
  /** Small, with the words below it, where something else needs the room. */
  readonly isSmall: boolean;
}

/** The ring with the state of the conversation in its middle; read aloud when it changes. */
export function RingStage({ word, numbers, main, mine, theirs, isSmall }: RingStageProps) {
  const { t } = useTranslation();
  const mode = modes[word] ?? 'still';
  const state = t(`conversation.state.${word}`);
  const words = (
    <Text variant={isSmall ? 'smallStrong' : 'strong'} color={inks[mode] ?? 'soft'} align="center" aria-live="polite" testID="conversation-state">
      {state}
    </Text>
  );
  return (
    <View style={styles.stage}>
      <Ring
        numbers={numbers}
        mode={mode}
        level={mode === 'listening' ? mine : theirs}
        label={t('conversation.ring', { state })}
        {...(main !== undefined && { main })}
        {...(isSmall && { size: SMALL })}
      >
        {!isSmall && words}
      </Ring>
      {isSmall && words}
    </View>
  );
}

const styles = StyleSheet.create({ stage: { alignItems: 'center' } });
