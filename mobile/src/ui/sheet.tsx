import { type PropsWithChildren } from 'react';
import { Modal, Pressable, ScrollView, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { IconButton } from './icon-button';
import { Text } from './text';
import { column, radius, space } from './theme/measures';
import { useTheme } from './theme/theme';
import { useReducedMotion } from './theme/use-reduced-motion';
import { useWide } from './theme/use-wide';

export type SheetProps = PropsWithChildren<{
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly closeLabel: string;
}>;

/** Rises from below on a phone, stands in the middle of a wide window. Escape, the veil and the button close it. */
export function Sheet({ title, open, onClose, closeLabel, children }: SheetProps) {
  const { colors } = useTheme();
  const insets = useSafeAreaInsets();
  const wide = useWide();
  const still = useReducedMotion();
  return (
    <Modal visible={open} transparent animationType={still ? 'none' : 'fade'} onRequestClose={onClose}>
      <View style={[styles.place, wide && styles.middle]}>
        {/* A bigger target for the same act as the button, so a screen reader does not need it. */}
        <Pressable style={[StyleSheet.absoluteFill, { backgroundColor: colors.veil }]} onPress={onClose} aria-hidden tabIndex={-1} />
        <View
          role="dialog"
          aria-modal
          accessibilityLabel={title}
          style={[styles.sheet, wide ? styles.window : styles.drawer, { backgroundColor: colors.ground, borderColor: colors.hairline, paddingBottom: space[5] + (wide ? 0 : insets.bottom) }]}
        >
          <View style={styles.head}>
            <Text variant="section" style={styles.title}>{title}</Text>
            <IconButton icon="close" label={closeLabel} kind="plain" onPress={onClose} />
          </View>
          <ScrollView contentContainerStyle={styles.content}>{children}</ScrollView>
        </View>
      </View>
    </Modal>
  );
}

const styles = StyleSheet.create({
  place: { flex: 1, justifyContent: 'flex-end', alignItems: 'center' },
  middle: { justifyContent: 'center' },
  sheet: { width: '100%', maxWidth: column.narrow, maxHeight: '88%', borderWidth: 1 },
  drawer: { borderTopLeftRadius: radius.card, borderTopRightRadius: radius.card, borderBottomWidth: 0 },
  window: { borderRadius: radius.card },
  head: { flexDirection: 'row', alignItems: 'center', paddingLeft: space[6], paddingRight: space[3], paddingTop: space[3] },
  title: { flex: 1 },
  content: { paddingHorizontal: space[6], paddingTop: space[2], gap: space[4] },
});
