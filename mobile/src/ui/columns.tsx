import { type ReactNode } from 'react';
import { StyleSheet, View } from 'react-native';
import { column, space } from './theme/measures';
import { useWide } from './theme/use-wide';

export interface ColumnsProps {
  /** The ring and the controls, never wider than a hand. */
  readonly main: ReactNode;
  /** Beside it where there is room, else below. */
  readonly beside: ReactNode;
}

export function Columns({ main, beside }: ColumnsProps) {
  const wide = useWide();
  return (
    <View style={wide ? styles.columns : styles.stack}>
      <View style={wide ? styles.main : styles.stack}>{main}</View>
      <View style={wide ? styles.beside : styles.stack}>{beside}</View>
    </View>
  );
}

const styles = StyleSheet.create({
  columns: { flexDirection: 'row', gap: space[12], alignItems: 'flex-start', justifyContent: 'center' },
  stack: { gap: space[5] },
  main: { flex: 1, maxWidth: column.narrow, gap: space[5] },
  beside: { flex: 1, gap: space[5] },
});
