import { type Translation } from '@/lib/i18n/translation';
import { type vi } from './vi';

export const en: Translation<typeof vi> = {
  offline: { title: 'No network', text: 'Your device is offline. Nothing is lost; we go on as soon as it is back.' },
  'server-down': { title: 'No connection yet', text: 'The server is busy or resting. What was saved is safe. Please try again in a few minutes.' },
  'timed-out': { title: 'No answer in time', text: 'The network or the server is slow. Please try again; nothing will be done twice.' },
  cancelled: { title: 'Stopped', text: 'This was stopped. You can do it again at any time.' },
  unauthenticated: { title: 'Please sign in again', text: 'Your session has ended. Sign in again and everything is still there.' },
  forbidden: { title: 'Not allowed', text: 'This account may not do that.' },
  'not-found': { title: 'Not found', text: 'It no longer exists, or it is not yours.' },
  'invalid-input': { title: 'Something is not right yet', text: 'Please look over what you entered.' },
  'too-many-requests': { title: 'A little too fast', text: 'Please rest for a moment and try again.' },
  'conversation-ended': { title: 'The conversation has ended', text: 'All that was said is in your history.' },
  'recording-pending': { title: 'The recording is being prepared', text: 'This usually takes a few minutes. Please come back later.' },
  'recording-unavailable': { title: 'No recording', text: 'There is no recording of this conversation, but its words are here.' },
  'daily-unavailable': { title: 'The call could not be opened', text: 'The voice service has a problem. Nothing was left open; please try again in a few minutes.' },
  'app-too-old': { title: 'There is a new version', text: 'The version you have is too old. Update Numeroly and open it again; your data is safe.' },
  unexpected: { title: 'Something went wrong', text: 'It is our fault, not yours. What was saved is safe. Please try again.' },
  reference: 'Reference for support: {{id}}',
  reload: 'Reload',
  update: 'Update',
  misconfigured: { title: 'Numeroly is not set up yet', text: 'The app does not know where its server is. Whoever runs it should check config.json.' },
};
