import type { DailyFatalErrorType } from '@daily-co/daily-js';
import { fieldsOf } from '../protocol/reading-json';
import type { CallTrouble } from '../state/call-trouble';

/** What to do about a call that failed or was lost. */
export type CallVerdict =
  | { readonly name: 'try-again' } // the network, or Daily for a moment
  | { readonly name: 'renew-token' } // let in with a fresh one
  | { readonly name: 'ask-why' } // our server knows more
  | { readonly name: 'give-up'; readonly trouble: CallTrouble };

const verdicts: Readonly<Record<DailyFatalErrorType, CallVerdict>> = {
  ejected: { name: 'ask-why' },
  'no-room': { name: 'ask-why' },
  'exp-room': { name: 'ask-why' },
  'nbf-room': { name: 'try-again' },
  'exp-token': { name: 'renew-token' },
  'nbf-token': { name: 'renew-token' },
  'not-allowed': { name: 'renew-token' },
  'meeting-full': { name: 'give-up', trouble: 'room-full' },
  'end-of-life': { name: 'give-up', trouble: 'app-too-old' },
  'connection-error': { name: 'try-again' },
};

/**
 * Reads Daily's fatal errors, whether they come as an `error` event or as what `join()` rejects with. Anything else is
 * taken for a broken connection: it is the commonest cause, and trying again does no harm.
 */
export function verdictOn(error: unknown): CallVerdict {
  const fields = fieldsOf(error);
  const type = fieldsOf(fields?.error)?.type ?? fields?.type;
  return typeof type === 'string' && Object.hasOwn(verdicts, type) ? verdicts[type as DailyFatalErrorType] : { name: 'try-again' };
}
