import { type Translation } from '@/lib/i18n/translation';
import { type vi } from './vi';

export const en: Translation<typeof vi> = {
  title: 'Your numbers',
  moreHint: 'Opens its meaning and how it was worked out',
  working: 'How it was worked out',
  system: 'After {{system}}',
  birthChart: 'Birth chart',
  nameChart: 'Name chart',
  combinedChart: 'Combined chart',
  twoWays: 'Why are there two ways of counting?',
  noArrows: 'No arrows: your numbers are evenly spread.',
  isolated: 'Standing alone: {{digits}}. No number around connects to it.',
  peaks: 'Four peaks',
  peakTitle: 'Peak {{index}}, number {{number}}: {{title}}',
  age: 'Age {{age}}',
  now: 'The green mark is you now, at {{age}}.',
  groups: {
    core: 'Main numbers',
    name: 'From your name',
    derived: 'From name and birth date together',
    cycle: 'Where you are now',
    challenge: 'Challenges',
    other: 'Other numbers',
  },
};
