import { ActivityIndicator, Pressable, StyleSheet, View } from 'react-native';
import { focusRing, type Interaction } from './focus-ring';
import { Icon, type IconName } from './icons/icon';
import { Text } from './text';
import { type Colors } from './theme/colors';
import { radius, space, touchTarget } from './theme/measures';
import { useTheme } from './theme/theme';

export type ButtonKind = 'primary' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  /** While it works it shows so and does not take another press. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** Full height for the main act of a screen, small beside text. */
  readonly size?: 'large' | 'small';
  readonly accessibilityHint?: string;
  readonly testID?: string;
}

export function Button({ label, onPress, kind = 'primary', icon, busy = false, disabled = false, size = 'large', accessibilityHint, testID }: ButtonProps) {
  const { colors } = useTheme();
  const look = looks(colors)[kind];
  const small = size === 'small';
  return (
    <Pressable
      role="button"
      accessibilityLabel={label}
      accessibilityHint={accessibilityHint}
      accessibilityState={{ disabled: disabled || busy, busy }}
      disabled={disabled || busy}
      onPress={onPress}
      testID={testID}
      style={(state: Interaction) => [
        styles.button,
        small ? styles.small : styles.large,
        { backgroundColor: look.fill, borderColor: look.border, opacity: disabled ? 0.45 : state.pressed ? 0.8 : 1 },
        // Not paler: that would cost the contrast of its words.
        state.hovered && { boxShadow: `0 0 0 4px ${colors.hairline}` },
        focusRing(colors, state),
      ]}
    >
      <View style={styles.content}>
        {busy ? <ActivityIndicator color={colors[look.ink]} /> : icon && <Icon name={icon} color={look.ink} size={small ? 18 : 20} />}
        <Text variant={small ? 'smallStrong' : 'strong'} color={look.ink} align="center" style={styles.label}>{label}</Text>
      </View>
    </Pressable>
  );
}

interface Look {
  readonly fill: string;
  readonly border: string;
  readonly ink: keyof Colors;
}

function looks(colors: Colors): Record<ButtonKind, Look> {
  return {
    primary: { fill: colors.amber, border: colors.amber, ink: 'onAmber' },
    quiet: { fill: 'transparent', border: colors.edge, ink: 'ink' },
    danger: { fill: 'transparent', border: colors.rose, ink: 'roseText' },
  };
}

const styles = StyleSheet.create({
  button: { borderRadius: radius.full, borderWidth: 1, justifyContent: 'center' },
  large: { minHeight: 56, paddingHorizontal: space[6], paddingVertical: space[3] },
  small: { minHeight: touchTarget, paddingHorizontal: space[4], paddingVertical: space[2] },
  content: { flexDirection: 'row', alignItems: 'center', justifyContent: 'center', gap: space[2] },
  label: { flexShrink: 1 },
});
