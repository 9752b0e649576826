// Below this it is a room's noise, not somebody speaking.
const speechLevel = 0.03;
// So much of what was heard before still counts, so that a pause between two words changes nothing.
const memory = 0.7;
// Another must be this much louder to take over.
const lead = 1.5;

/** Who speaks, from the levels heard one after another. */
export function createActiveSpeaker() {
  const loudness = new Map<string, number>();
  let current: string | undefined;
  return {
    /** The speaker after these levels, by session; undefined as long as nobody has spoken. */
    next: (levels: Record<string, number>) => {
      for (const id of loudness.keys()) if (!(id in levels)) loudness.delete(id);
      for (const [id, level] of Object.entries(levels)) loudness.set(id, memory * (loudness.get(id) ?? 0) + (1 - memory) * level);
      const [loudest] = [...loudness].sort(([, a], [, b]) => b - a);
      if (loudest && loudest[1] > speechLevel && loudest[1] > lead * (loudness.get(current ?? '') ?? 0)) current = loudest[0];
      return current !== undefined && loudness.has(current) ? current : undefined;
    },
  };
}
