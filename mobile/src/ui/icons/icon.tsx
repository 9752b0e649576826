import Svg, { Path } from 'react-native-svg';
import { type Colors } from '../theme/colors';
import { useTheme } from '../theme/theme';
import { filled, shapes } from './shapes';

export type IconName = keyof typeof shapes;

export interface IconProps {
  readonly name: IconName;
  readonly color?: keyof Colors;
  readonly size?: number;
  /** A surface instead of a line. */
  readonly solid?: boolean;
}

/** A picture beside words that say the same: never read aloud. */
export function Icon({ name, color = 'ink', size = 24, solid = filled.has(name) }: IconProps) {
  const { colors } = useTheme();
  const paint = colors[color];
  return (
    <Svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      {shapes[name].map((d) => (
        <Path key={d} d={d} fill={solid ? paint : 'none'} stroke={paint} strokeWidth={1.75} strokeLinecap="round" strokeLinejoin="round" />
      ))}
    </Svg>
  );
}
