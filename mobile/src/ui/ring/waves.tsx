import Animated, { type SharedValue, useAnimatedProps } from 'react-native-reanimated';
import { Circle, Path } from 'react-native-svg';
import { reachOf, type Wave, wavePath, waves } from './wave-path';

const AnimatedPath = Animated.createAnimatedComponent(Path);
const around = 62;

export interface WavesProps {
  readonly color: string;
  readonly seconds: SharedValue<number>;
  readonly level: SharedValue<number>;
}

/** A voice: waves around the centre that swing with its level. */
export function Waves({ color, seconds, level }: WavesProps) {
  return waves.map((wave) => <MovingWave key={wave.crests} wave={wave} color={color} seconds={seconds} level={level} />);
}

function MovingWave({ wave, color, seconds, level }: WavesProps & { wave: Wave }) {
  const animatedProps = useAnimatedProps(() => ({ d: wavePath(wave, around, reachOf(level.get()), seconds.get() * 2.2) }));
  return <AnimatedPath animatedProps={animatedProps} d={wavePath(wave, around, reachOf(0), 0)} stroke={color} strokeOpacity={wave.opacity} strokeWidth={1.6} fill="none" />;
}

/** The same voice for people who asked for less motion: colour and weight instead. */
export function StillVoice({ color }: { color: string }) {
  return <Circle r={around} stroke={color} strokeWidth={4} fill="none" />;
}
