/** Whose sound is wanted: everybody's, unless the app chooses by itself. */
export function createSubscriptions() {
  let automatic = true;
  const chosen = new Map<string, boolean>();
  return {
    setAutomatic: (on: boolean) => {
      automatic = on;
      if (on) chosen.clear();
    },
    /** @param tracks the value of daily-js's `setSubscribedTracks` */
    choose: (sessionId: string, tracks: unknown) => {
      if (!automatic) chosen.set(sessionId, wantsAudio(tracks));
    },
    includes: (sessionId: string) => automatic || (chosen.get(sessionId) ?? false),
  };
}

function wantsAudio(tracks: unknown): boolean {
  if (typeof tracks === 'object' && tracks !== null) return (tracks as { audio?: unknown }).audio === true;
  return tracks === true || tracks === 'avatar';
}
