import { type PropsWithChildren, type ReactNode } from 'react';
import { ScrollView, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { column, space } from './theme/measures';
import { useTheme } from './theme/theme';
import { usePageTitle } from './use-page-title';

export type ScreenProps = PropsWithChildren<{
  /** What the browser's tab says. */
  readonly title: string;
  /** `narrow` for the ring and forms, `text` for reading, `page` for two columns. */
  readonly width?: keyof typeof column;
  /** Off where the content scrolls by itself. */
  readonly scroll?: boolean;
  /** Stays in sight below the content. */
  readonly footer?: ReactNode;
}>;

/** The ground, the padding and the width of a screen. */
export function Screen({ title, width = 'narrow', scroll = true, footer, children }: ScreenProps) {
  usePageTitle(title);
  const { colors } = useTheme();
  const insets = useSafeAreaInsets();
  // What scrolls by itself runs to the edge.
  const edges = { paddingTop: insets.top + space[6], paddingBottom: scroll ? space[8] + (footer ? 0 : insets.bottom) : 0 };
  const measure = { maxWidth: column[width] };
  return (
    <View style={[styles.ground, { backgroundColor: colors.ground }]} role="main">
      {scroll ? (
        <ScrollView style={styles.fill} contentContainerStyle={[styles.content, edges, measure]} keyboardShouldPersistTaps="handled">{children}</ScrollView>
      ) : (
        <View style={[styles.content, styles.fill, edges, measure]}>{children}</View>
      )}
      {footer && <View style={[styles.content, styles.footer, measure, { paddingBottom: space[4] + insets.bottom }]}>{footer}</View>}
    </View>
  );
}

const styles = StyleSheet.create({
  ground: { flex: 1 },
  fill: { flex: 1 },
  content: { width: '100%', alignSelf: 'center', paddingHorizontal: space[6], flexGrow: 1 },
  footer: { flexGrow: 0, paddingTop: space[3], gap: space[3] },
});
