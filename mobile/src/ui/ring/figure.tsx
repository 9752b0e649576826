import { useId } from 'react';
import { Circle, Defs, Line, LinearGradient, RadialGradient, Stop, Text as SvgText } from 'react-native-svg';
import { useTheme } from '../theme/theme';
import { face } from '../theme/typography';
import { type Digit, digits, field, linesBetween, pointOf, radius } from './geometry';

export interface FigureProps {
  readonly lit: readonly Digit[];
  readonly main: Digit | undefined;
  readonly dimmed: boolean;
  /** As a sign: too small for digits to be read, so none are written. */
  readonly small: boolean;
}

/** The nine points, the person's own of them lit and joined. */
export function Figure({ lit, main, dimmed, small }: FigureProps) {
  const { colors, scheme } = useTheme();
  const id = useId();
  const amber = colors.amber;
  const weight = small ? 3 : 1;
  return (
    <>
      <Defs>
        <RadialGradient id={`${id}glow`} cx="0" cy="0" r={radius} gradientUnits="userSpaceOnUse">
          <Stop offset="0" stopColor={amber} stopOpacity={scheme === 'dark' ? 0.2 : 0.16} />
          <Stop offset="0.55" stopColor={amber} stopOpacity={scheme === 'dark' ? 0.09 : 0.07} />
          <Stop offset="1" stopColor={amber} stopOpacity={0} />
        </RadialGradient>
        {linesBetween(lit).map(({ from, to }, index) => (
          // The line fades where it crosses the middle, so that what stands there can be read.
          <LinearGradient key={index} id={`${id}line${index}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} gradientUnits="userSpaceOnUse">
            <Stop offset="0" stopColor={amber} stopOpacity={0.9} />
            <Stop offset="0.5" stopColor={amber} stopOpacity={crossesTheMiddle(from, to) ? 0.05 : 0.5} />
            <Stop offset="1" stopColor={amber} stopOpacity={0.9} />
          </LinearGradient>
        ))}
      </Defs>
      <Circle r={radius} fill={`url(#${id}glow)`} opacity={dimmed ? 0.3 : 1} />
      <Circle r={radius} fill="none" stroke={colors.hairline} strokeWidth={1.2 * weight} />
      {linesBetween(lit).map(({ from, to }, index) => (
        <Line key={index} x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke={`url(#${id}line${index})`} strokeWidth={1.4 * weight} opacity={dimmed ? 0.35 : 1} />
      ))}
      {digits.map((digit) => {
        const on = lit.includes(digit);
        const at = pointOf(digit);
        const label = pointOf(digit, radius + (field - radius) * 0.46);
        return [
          <Circle key={`point${digit}`} cx={at.x} cy={at.y} r={(on ? (digit === main ? 9 : 5.5) : 2.2) * (small ? 1.8 : 1)} fill={on ? amber : colors.faint} opacity={dimmed ? 0.45 : 1} />,
          !small && (
            <SvgText key={`label${digit}`} x={label.x} y={label.y + 4.5} fontSize={12.5} fontFamily={on ? face.semibold : face.regular} textAnchor="middle" fill={on && !dimmed ? colors.ink : colors.faint}>
              {digit}
            </SvgText>
          ),
        ];
      })}
    </>
  );
}

function crossesTheMiddle(from: { x: number; y: number }, to: { x: number; y: number }): boolean {
  return Math.hypot((from.x + to.x) / 2, (from.y + to.y) / 2) < radius * 0.6;
}
