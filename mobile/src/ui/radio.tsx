import { type ReactNode } from 'react';
import { Pressable, type StyleProp, type ViewStyle } from 'react-native';
import { focusRing, type Interaction } from './focus-ring';
import { radioKeys } from './radio-keys';
import { useTheme } from './theme/theme';

export interface RadioProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly style: (pressed: boolean) => StyleProp<ViewStyle>;
  readonly children: ReactNode;
}

/** One of a group of which one is chosen; the group is the View around it, with the role radiogroup. */
export function Radio({ label, checked, onChoose, style, children }: RadioProps) {
  const { colors } = useTheme();
  return (
    <Pressable
      {...radioKeys}
      role="radio"
      accessibilityLabel={label}
      aria-checked={checked}
      accessibilityState={{ checked }}
      onPress={onChoose}
      style={(state: Interaction) => [style(state.pressed), focusRing(colors, state)]}
    >
      {children}
    </Pressable>
  );
}
