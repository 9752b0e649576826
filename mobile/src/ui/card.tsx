import { type PropsWithChildren } from 'react';
import { StyleSheet, View, type ViewProps } from 'react-native';
import { radius, space } from './theme/measures';
import { useTheme } from './theme/theme';

export type CardProps = PropsWithChildren<Pick<ViewProps, 'style' | 'testID' | 'accessibilityLabel' | 'role' | 'aria-live'>>;

/** A surface for things that belong together. Cards do not stand in cards. */
export function Card({ children, style, ...rest }: CardProps) {
  const { colors } = useTheme();
  return <View {...rest} style={[styles.card, { backgroundColor: colors.card, borderColor: colors.hairline }, style]}>{children}</View>;
}

const styles = StyleSheet.create({ card: { borderRadius: radius.card, borderWidth: 1, padding: space[5] } });
