import { type Translation } from '@/lib/i18n/translation';
import { type vi } from './vi';

export const en: Translation<typeof vi> = {
  title: 'Settings',
  language: 'Language',
  theme: 'Appearance',
  themes: { system: 'As device', dark: 'Dark', light: 'Light' },
  talking: 'How to talk',
  talkModes: { hold: 'Hold to talk', tap: 'Tap to talk', open: 'Hands-free' },
  talkHints: {
    hold: 'Hold the button while you speak, let go to send.',
    tap: 'Tap once to begin, tap again to send.',
    open: 'Tap once and just talk, as if we sat together; tap again to mute. Headphones help.',
  },
  change: 'Change',
  signOut: 'Sign out',
  version: 'Version {{version}}',
  audio: {
    title: 'Audio test',
    text: 'Say something and see whether the ring moves; then listen to the speaker.',
    listen: 'Test the microphone',
    stop: 'Stop',
    play: 'Test the speaker',
    level: 'Microphone level',
    heard: 'I hear you well.',
    silent: 'I hear nothing yet. Speak up a little, or choose another microphone on your device.',
    denied: 'Numeroly may not use the microphone. Please allow it in the settings of your device or browser.',
    missing: 'There is no microphone. Please connect one and try again.',
  },
};
