import { useEffect } from 'react';
import { AccessibilityInfo, Platform, StyleSheet } from 'react-native';
import { Text } from '@/ui';

/** Has a screen reader say a text whenever it changes; nothing is seen. */
export function Announcer({ text }: { readonly text: string }) {
  useEffect(() => {
    // iOS has no live regions.
    if (Platform.OS === 'ios' && text !== '') AccessibilityInfo.announceForAccessibility(text);
  }, [text]);
  return <Text aria-live="polite" style={styles.unseen}>{text}</Text>;
}

const styles = StyleSheet.create({ unseen: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', opacity: 0 } });
