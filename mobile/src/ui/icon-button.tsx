import { Pressable, StyleSheet } from 'react-native';
import { focusRing, type Interaction } from './focus-ring';
import { Icon, type IconName } from './icons/icon';
import { radius, touchTarget } from './theme/measures';
import { useTheme } from './theme/theme';

export interface IconButtonProps {
  readonly icon: IconName;
  /** What it does; there is no other text. */
  readonly label: string;
  readonly onPress: () => void;
  /** Filled draws the eye, plain has no edge. */
  readonly kind?: 'outlined' | 'filled' | 'plain';
  readonly size?: number;
  readonly disabled?: boolean;
  /** For one that opens something or is on and off. */
  readonly expanded?: boolean;
  readonly selected?: boolean;
}

/** A round button with a picture only. */
export function IconButton({ icon, label, onPress, kind = 'outlined', size = touchTarget, disabled = false, expanded, selected }: IconButtonProps) {
  const { colors } = useTheme();
  const filled = kind === 'filled';
  return (
    <Pressable
      role="button"
      accessibilityLabel={label}
      accessibilityState={{ disabled, expanded, selected }}
      aria-pressed={selected}
      disabled={disabled}
      onPress={onPress}
      style={(state: Interaction) => [
        styles.button,
        { width: size, height: size, opacity: disabled ? 0.45 : state.pressed ? 0.7 : 1 },
        kind !== 'plain' && { borderWidth: 1, borderColor: filled ? colors.amber : colors.hairline, backgroundColor: filled ? colors.amber : colors.raised },
        focusRing(colors, state),
      ]}
    >
      <Icon name={icon} color={filled ? 'onAmber' : selected ? 'amberText' : 'ink'} size={Math.round(size * 0.44)} />
    </Pressable>
  );
}

const styles = StyleSheet.create({ button: { borderRadius: radius.full, alignItems: 'center', justifyContent: 'center' } });
