import { type Translation } from '@/lib/i18n/translation';
import { type vi } from './vi';

export const en: Translation<typeof vi> = {
  title: 'Name and birth date',
  name: 'Full name at birth',
  nameHint: 'With all its marks, as on the birth certificate: every letter is a number.',
  nameTrouble: {
    missing: 'Please tell me your name.',
    letters: 'A name needs at least one Latin letter to have numbers.',
  },
  birthDate: 'Date of birth',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  dateTrouble: {
    missing: 'Please fill in day, month and year.',
    month: 'The month is 1 to 12.',
    day: 'That month does not have this day.',
    year: 'The earliest year is 1900.',
    'short-year': 'The year needs four digits, such as 1998.',
    future: 'That day has not come yet.',
  },
  save: 'Save',
};
