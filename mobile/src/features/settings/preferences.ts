import { deviceLanguage, type Language, languages } from '@/lib/i18n/language';
import { keptStore, useKept } from '@/lib/storage';
import { type ThemeChoice } from '@/ui/theme/theme';

/** Hold the button while speaking; touch once to begin and once to send; or leave the microphone open and just talk. */
export type TalkMode = 'hold' | 'tap' | 'open';

export interface Preferences {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly talkMode: TalkMode;
}

const themes: readonly ThemeChoice[] = ['system', 'dark', 'light'];
const talkModes: readonly TalkMode[] = ['hold', 'tap', 'open'];

export const preferencesStore = keptStore<Preferences>('numeroly.preferences', { language: deviceLanguage(), theme: 'system', talkMode: 'hold' }, preferencesFrom);

export function usePreferences(): Preferences {
  return useKept(preferencesStore);
}

export function changePreferences(change: Partial<Preferences>): void {
  preferencesStore.set({ ...preferencesStore.get(), ...change });
}

/** Each preference by itself: one that this version does not know falls back, the others stay. */
function preferencesFrom(kept: unknown): Preferences | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { language, theme, talkMode } = kept as Partial<Record<keyof Preferences, unknown>>;
  return {
    language: languages.find((known) => known === language) ?? deviceLanguage(),
    theme: themes.find((known) => known === theme) ?? 'system',
    talkMode: talkModes.find((known) => known === talkMode) ?? 'hold',
  };
}
