/** How fast a recording can be played. */
export const speeds = [0.75, 1, 1.25, 1.5, 2] as const;

export type Speed = (typeof speeds)[number];

/** The next faster one, and after the fastest the slowest. */
export function nextSpeed(speed: Speed): Speed {
  return speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1;
}

/** Minutes and seconds, as `4:05`. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
