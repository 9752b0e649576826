import { type Translation } from '@/lib/i18n/translation';
import { type vi } from './vi';

export const en: Translation<typeof vi> = {
  places: 'Places',
  today: 'Today',
  numbers: 'Numbers',
  history: 'History',
  settings: 'Settings',
  lost: { title: 'There is no such page', text: 'The link may be an old one. Everything is still there on the first page.', home: 'To the first page' },
};
