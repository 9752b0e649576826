/** The shape of one wave: how many crests, how far it is turned, which way it runs. */
export interface Wave {
  readonly crests: number;
  readonly secondary: number;
  readonly speed: number;
  readonly opacity: number;
}

export const waves: readonly Wave[] = [
  { crests: 9, secondary: 5, speed: 1, opacity: 1 },
  { crests: 7, secondary: 4, speed: -0.8, opacity: 0.55 },
  { crests: 5, secondary: 8, speed: 0.6, opacity: 0.35 },
];

const corners = 72;
const calm = 1.5;
const loud = 15;

/** How far a wave's crests reach for a sound level from 0 to 1. */
export function reachOf(level: number): number {
  'worklet';
  return calm + loud * Math.min(Math.max(level, 0), 1);
}

// Worklets are not hoisted: what one calls stands above it.
function cornerAt(wave: Wave, around: number, reach: number, phase: number, index: number): { x: number; y: number } {
  'worklet';
  const angle = (index / corners) * 2 * Math.PI;
  const swing = 0.65 * Math.sin(wave.crests * angle + phase * wave.speed) + 0.35 * Math.sin(wave.secondary * angle - phase * wave.speed * 1.7);
  const distance = around + reach * swing;
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}

/** A closed, smooth wave around the centre as an SVG path. `phase` is in radians. */
export function wavePath(wave: Wave, around: number, reach: number, phase: number): string {
  'worklet';
  let path = '';
  let before = cornerAt(wave, around, reach, phase, corners - 1);
  for (let index = 0; index <= corners; index++) {
    const corner = cornerAt(wave, around, reach, phase, index % corners);
    const x = ((before.x + corner.x) / 2).toFixed(1);
    const y = ((before.y + corner.y) / 2).toFixed(1);
    path += index === 0 ? `M${x} ${y}` : `Q${before.x.toFixed(1)} ${before.y.toFixed(1)} ${x} ${y}`;
    before = corner;
  }
  return `${path}Z`;
}
