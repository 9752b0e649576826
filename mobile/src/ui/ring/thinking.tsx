import Animated, { type SharedValue, useAnimatedProps } from 'react-native-reanimated';
import { Circle } from 'react-native-svg';

const AnimatedCircle = Animated.createAnimatedComponent(Circle);
const distance = 58;
const points = [0, 1, 2] as const;

/** Three points that drift around the centre. */
export function Thinking({ color, seconds }: { color: string; seconds: SharedValue<number> }) {
  return points.map((index) => <Drifting key={index} index={index} color={color} seconds={seconds} />);
}

function Drifting({ index, color, seconds }: { index: number; color: string; seconds: SharedValue<number> }) {
  const animatedProps = useAnimatedProps(() => {
    const angle = seconds.get() * 0.9 + (index * 2 * Math.PI) / 3 + 0.35 * Math.sin(seconds.get() * 1.3 + index);
    const away = distance + 6 * Math.sin(seconds.get() * 1.1 + index * 2);
    return { cx: away * Math.cos(angle), cy: away * Math.sin(angle) };
  });
  const { cx, cy } = restingAt(index);
  return <AnimatedCircle animatedProps={animatedProps} cx={cx} cy={cy} r={5} fill={color} />;
}

export function StillThinking({ color }: { color: string }) {
  return points.map((index) => <Circle key={index} {...restingAt(index)} r={5} fill={color} />);
}

function restingAt(index: number): { cx: number; cy: number } {
  const angle = (index * 2 * Math.PI) / 3;
  return { cx: distance * Math.cos(angle), cy: distance * Math.sin(angle) };
}
