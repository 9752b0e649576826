import { Pressable, StyleSheet, View } from 'react-native';
import { focusRing, type Interaction } from './focus-ring';
import { Icon, type IconName } from './icons/icon';
import { Text } from './text';
import { type Colors } from './theme/colors';
import { radius, space, touchTarget } from './theme/measures';
import { useTheme } from './theme/theme';

export type ChipTone = 'neutral' | 'good' | 'trouble' | 'ours';

export interface ChipProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly tone?: ChipTone;
  /** With it the chip is a switch or a button. */
  readonly onPress?: () => void;
  readonly selected?: boolean;
  readonly accessibilityLabel?: string;
}

const inks: Record<ChipTone, keyof Colors> = { neutral: 'soft', good: 'jadeText', trouble: 'roseText', ours: 'amberText' };
const borders: Record<ChipTone, keyof Colors> = { neutral: 'hairline', good: 'hairline', trouble: 'rose', ours: 'amber' };

/** A short word in an oval: a state to read, or a choice to touch. */
export function Chip({ label, icon, tone = 'neutral', onPress, selected, accessibilityLabel = label }: ChipProps) {
  const { colors } = useTheme();
  const ink = selected ? 'amberText' : inks[tone];
  const border = selected ? colors.amber : colors[onPress && tone === 'neutral' ? 'edge' : borders[tone]];
  const content = (
    <>
      {icon && <Icon name={icon} color={ink} size={16} />}
      <Text variant="smallStrong" color={ink}>{label}</Text>
    </>
  );
  if (!onPress) {
    return <View style={[styles.chip, { borderColor: border }]} accessible accessibilityLabel={accessibilityLabel}>{content}</View>;
  }
  return (
    <Pressable
      role="button"
      accessibilityLabel={accessibilityLabel}
      accessibilityState={{ selected }}
      aria-pressed={selected}
      onPress={onPress}
      style={(state: Interaction) => [styles.chip, styles.touchable, { borderColor: border, opacity: state.pressed ? 0.7 : 1 }, focusRing(colors, state)]}
    >
      {content}
    </Pressable>
  );
}

const styles = StyleSheet.create({
  chip: { flexDirection: 'row', alignItems: 'center', gap: 6, minHeight: 36, paddingHorizontal: space[3], borderRadius: radius.full, borderWidth: 1 },
  touchable: { minHeight: touchTarget, paddingHorizontal: space[4] },
});
