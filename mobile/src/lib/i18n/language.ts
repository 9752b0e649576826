import { getLocales } from 'expo-localization';

export type Language = 'vi' | 'en';

export const languages: readonly Language[] = ['vi', 'en'];

/** English for devices set to it; Vietnamese for all others, since that is whom the app is for. */
export function deviceLanguage(): Language {
  return getLocales()[0]?.languageCode === 'en' ? 'en' : 'vi';
}
