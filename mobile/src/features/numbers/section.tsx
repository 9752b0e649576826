import { type PropsWithChildren } from 'react';
import { StyleSheet, View } from 'react-native';
import { space, Text } from '@/ui';

export function Section({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <View style={styles.section}>
      <Text variant="section">{title}</Text>
      {children}
    </View>
  );
}

const styles = StyleSheet.create({ section: { gap: space[3] } });
