import { type PropsWithChildren } from 'react';
import { StyleSheet, useWindowDimensions, View } from 'react-native';
import { type SharedValue } from 'react-native-reanimated';
import Svg from 'react-native-svg';
import { space } from '../theme/measures';
import { useTheme } from '../theme/theme';
import { useReducedMotion } from '../theme/use-reduced-motion';
import { Figure } from './figure';
import { digitOf, field, litDigits } from './geometry';
import { StillThinking, Thinking } from './thinking';
import { useClock } from './use-clock';
import { StillVoice, Waves } from './waves';

/** `listening` is the user's voice in jade, `speaking` the assistant's in amber. */
export type RingMode = 'still' | 'listening' | 'speaking' | 'thinking' | 'dimmed';

export type RingProps = PropsWithChildren<{
  /** The person's numbers; each lights its digit. */
  readonly numbers?: readonly number[];
  /** The one that stands out. */
  readonly main?: number;
  readonly mode?: RingMode;
  /** Loudness from 0 to 1 of whoever speaks. */
  readonly level?: SharedValue<number>;
  /** Side of the square in points. Default: what the window allows, up to 336. */
  readonly size?: number;
  /** What a screen reader says in its place; without it the ring is decoration. */
  readonly label?: string;
}>;

const smallBelow = 120;

/** The one figure of the product: nine points on a circle, with whatever stands in its middle. */
export function Ring({ numbers = [], main, mode = 'still', level, size, label, children }: RingProps) {
  const { colors } = useTheme();
  const reduced = useReducedMotion();
  const moving = !reduced && (mode === 'listening' || mode === 'speaking' || mode === 'thinking');
  const { seconds, smooth } = useClock(moving, level);
  const { width, height } = useWindowDimensions();
  const side = size ?? Math.max(220, Math.min(width - 2 * space[6], height * 0.42, 336));
  const voice = mode === 'listening' ? colors.jade : colors.amber;
  return (
    <View style={[styles.ring, { width: side, height: side }]}>
      <View style={StyleSheet.absoluteFill} {...(label ? { role: 'img', accessible: true, accessibilityLabel: label } : { 'aria-hidden': true })}>
        <Svg width={side} height={side} viewBox={`${-field} ${-field} ${2 * field} ${2 * field}`}>
          <Figure lit={litDigits(numbers)} main={main === undefined ? undefined : digitOf(main)} dimmed={mode === 'dimmed'} small={side < smallBelow} />
          {(mode === 'listening' || mode === 'speaking') && (moving ? <Waves color={voice} seconds={seconds} level={smooth} /> : <StillVoice color={voice} />)}
          {mode === 'thinking' && (moving ? <Thinking color={colors.amber} seconds={seconds} /> : <StillThinking color={colors.amber} />)}
        </Svg>
      </View>
      <View style={[styles.centre, { maxWidth: side * 0.4 }]}>{children}</View>
    </View>
  );
}

const styles = StyleSheet.create({
  ring: { alignSelf: 'center', alignItems: 'center', justifyContent: 'center' },
  centre: { alignItems: 'center', justifyContent: 'center' },
});
