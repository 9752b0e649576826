import { type ViewStyle } from 'react-native';
import { isKeyboardInUse } from './input-modality';
import { type Colors } from './theme/colors';

/** What a pressable's style function is told; `focused` and `hovered` exist on the web. */
export interface Interaction {
  readonly pressed: boolean;
  readonly hovered?: boolean;
  readonly focused?: boolean;
}

/** The ring around what the keyboard is on. The browser's own is not seen on a dark ground. */
export function focusRing(colors: Colors, { focused }: Interaction, offset = 3): ViewStyle | undefined {
  if (!focused) return undefined;
  if (!isKeyboardInUse()) return { outlineWidth: 0 };
  return { outlineStyle: 'solid', outlineWidth: 2, outlineColor: colors.ink, outlineOffset: offset };
}
