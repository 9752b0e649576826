import { type Translation } from '@/lib/i18n/translation';
import { type vi } from './vi';

export const en: Translation<typeof vi> = {
  title: 'Today',
  greeting: 'Hello {{name}}',
  talk: 'Start talking',
  or: 'or',
  write: 'write instead',
  mainNumbers: 'Your main numbers',
  openNumbers: 'Opens the page of numbers',
};
