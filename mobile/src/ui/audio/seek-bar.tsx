import { useState } from 'react';
import { type GestureResponderEvent, Platform, StyleSheet, View } from 'react-native';
import { radius, touchTarget } from '../theme/measures';
import { useTheme } from '../theme/theme';
import { clockTime } from './speeds';

/** Where somebody speaks in the recording, in seconds. */
export interface Turn {
  readonly from: number;
  readonly until: number;
  readonly voice: 'user' | 'assistant';
}

export interface SeekBarProps {
  readonly label: string;
  readonly position: number;
  readonly duration: number;
  readonly turns?: readonly Turn[];
  readonly onSeek: (seconds: number) => void;
}

const stepSeconds = 5;

/** A line to touch, to drag along, or to move with the arrow keys; coloured by who speaks. */
export function SeekBar({ label, position, duration, turns = [], onSeek }: SeekBarProps) {
  const { colors } = useTheme();
  const [width, setWidth] = useState(1);
  const share = (seconds: number) => `${duration > 0 ? Math.min(Math.max(seconds / duration, 0), 1) * 100 : 0}%` as const;
  const moveTo = (seconds: number) => onSeek(Math.min(Math.max(seconds, 0), duration));
  const touched = (event: GestureResponderEvent) => moveTo((event.nativeEvent.locationX / width) * duration);
  return (
    <View
      role="slider"
      accessible
      tabIndex={0}
      accessibilityLabel={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(duration)}
      aria-valuenow={Math.round(position)}
      aria-valuetext={`${clockTime(position)} / ${clockTime(duration)}`}
      accessibilityActions={[{ name: 'increment' }, { name: 'decrement' }]}
      onAccessibilityAction={({ nativeEvent }) => moveTo(position + (nativeEvent.actionName === 'increment' ? stepSeconds : -stepSeconds))}
      {...arrowKeys((steps) => moveTo(position + steps * stepSeconds))}
      onLayout={({ nativeEvent }) => setWidth(Math.max(nativeEvent.layout.width, 1))}
      onStartShouldSetResponder={() => true}
      onResponderGrant={touched}
      onResponderMove={touched}
      style={styles.touch}
    >
      <View style={[styles.track, { backgroundColor: colors.hairline }]}>
        {turns.map(({ from, until, voice }) => (
          <View key={from} style={[styles.turn, { left: share(from), width: share(until - from), backgroundColor: voice === 'user' ? colors.jade : colors.amber }]} />
        ))}
        {turns.length === 0 && <View style={[styles.turn, { left: 0, width: share(position), backgroundColor: colors.amber }]} />}
      </View>
      <View style={[styles.knob, { left: share(position), backgroundColor: colors.ink, borderColor: colors.card }]} />
    </View>
  );
}

/** React Native's types know no keyboard, which only a browser sends to a view. */
function arrowKeys(move: (steps: number) => void): object {
  if (Platform.OS !== 'web') return {};
  return {
    onKeyDown: ({ key }: { key: string }) => {
      if (key === 'ArrowRight' || key === 'ArrowUp') move(1);
      if (key === 'ArrowLeft' || key === 'ArrowDown') move(-1);
    },
  };
}

const styles = StyleSheet.create({
  touch: { flex: 1, minHeight: touchTarget, justifyContent: 'center' },
  track: { pointerEvents: 'none', height: 6, borderRadius: radius.full, overflow: 'hidden' },
  turn: { position: 'absolute', top: 0, bottom: 0 },
  knob: { pointerEvents: 'none', position: 'absolute', width: 18, height: 18, marginLeft: -9, borderRadius: radius.full, borderWidth: 3 },
});
