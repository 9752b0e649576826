import { Text as NativeText, type TextProps as NativeTextProps } from 'react-native';
import { type Colors } from './theme/colors';
import { useTheme } from './theme/theme';
import { type TextVariant, typography } from './theme/typography';

export interface TextProps extends NativeTextProps {
  readonly variant?: TextVariant;
  readonly color?: keyof Colors;
  readonly align?: 'left' | 'center' | 'right';
}

/** All words of the app. `title` and `section` are headings to a screen reader. */
export function Text({ variant = 'body', color = 'ink', align, style, ...rest }: TextProps) {
  const { colors } = useTheme();
  const heading = variant === 'title' ? { role: 'heading' as const, 'aria-level': 1 } : variant === 'section' ? { role: 'heading' as const, 'aria-level': 2 } : {};
  return (
    <NativeText
      // Figures are drawn to a size; words grow with the person's setting.
      maxFontSizeMultiplier={variant === 'figureLarge' ? 1.2 : 2}
      {...heading}
      {...rest}
      style={[typography[variant], { color: colors[color] }, align && { textAlign: align }, style]}
    />
  );
}
