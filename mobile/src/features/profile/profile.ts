import { type CalendarDate } from '@/lib/dates/calendar-date';
import { keptStore, useKept } from '@/lib/storage';

/** Whom the numbers are about. It stays on the device; a conversation is told when it starts. */
export interface Profile {
  readonly name: string;
  readonly birthDate: CalendarDate;
}

type Profiles = Readonly<Record<string, Profile>>;

/** One for each person who signs in on this device. */
export const profilesStore = keptStore<Profiles>('numeroly.profiles', {}, profilesFrom);

/** The signed-in person's, or undefined until they have said it. */
export function useProfile(user: string | undefined): Profile | undefined {
  const profiles = useKept(profilesStore);
  return user === undefined ? undefined : profiles[user];
}

export function keepProfile(user: string, profile: Profile): void {
  profilesStore.set({ ...profilesStore.get(), [user]: profile });
}

function profilesFrom(kept: unknown): Profiles | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Profile] => isProfile(entry[1])));
}

function isProfile(kept: unknown): kept is Profile {
  return typeof kept === 'object' && kept !== null && 'name' in kept && typeof kept.name === 'string'
    && 'birthDate' in kept && typeof kept.birthDate === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(kept.birthDate);
}
