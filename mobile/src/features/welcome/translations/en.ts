import { type Translation } from '@/lib/i18n/translation';
import { type vi } from './vi';

export const en: Translation<typeof vi> = {
  title: 'Nice to meet you',
  ask: 'Your full name and birth date are all I need to work out your numbers.',
  show: 'Show my numbers',
  privacy: 'Your name and birth date stay on this device. They are sent only to work out numbers and to start a conversation.',
  about: {
    title: 'What are the numbers?',
    ring: 'The nine points on the circle are the numbers from 1 to 9. Those that belong to you light up and are joined.',
    origin: 'Numerology turns a birth date, and each letter of a name, into numbers, and adds them until one digit is left, except for a few special ones such as 11 and 22.',
    promise: 'Numbers decide no fate. They are a way to think about oneself, and I will always show you how they came about.',
  },
};
