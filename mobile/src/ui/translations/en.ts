import { type Translation } from '@/lib/i18n/translation';
import { type vi } from './vi';

export const en: Translation<typeof vi> = {
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  done: 'Done',
  retry: 'Try again',
  goOn: 'Continue',
  loading: 'Loading',
  play: 'Play',
  pause: 'Pause',
  position: 'Place in the recording',
  speed: 'Speed',
  stars_1: '1 star',
  stars_2: '2 stars',
  stars_3: '3 stars',
  stars_4: '4 stars',
  stars_5: '5 stars',
};
