import { StyleSheet, View } from 'react-native';
import { useTheme } from './theme/theme';

export function Divider() {
  const { colors } = useTheme();
  return <View role="presentation" style={[styles.line, { backgroundColor: colors.hairline }]} />;
}

const styles = StyleSheet.create({ line: { height: 1, alignSelf: 'stretch' } });
