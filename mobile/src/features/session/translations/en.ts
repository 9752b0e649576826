import { type Translation } from '@/lib/i18n/translation';
import { type vi } from './vi';

export const en: Translation<typeof vi> = {
  title: 'Sign in',
  welcome: 'Welcome',
  intro: 'Talk, by voice, with a friend who knows numerology.',
  name: 'Your name',
  nameHint: 'On this machine a name is enough; there is no password.',
  nameMissing: 'Please tell me your name.',
  start: 'Start',
  withAccount: 'Sign in with your account',
  trouble: {
    cancelled: { title: 'Not signed in', text: 'You closed the sign-in window. Try again when you are ready.' },
    refused: { title: 'Could not sign in', text: 'The account was not accepted. Try again, or use another one.' },
    unreachable: { title: 'No connection yet', text: 'The sign-in service does not answer. Check your network and try again.' },
    expired: { title: 'Please sign in again', text: 'Your session has ended. Sign in again and everything is still there.' },
  },
};
