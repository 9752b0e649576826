import type { MicrophoneTrouble } from '../call/microphone-trouble';
import type { ServerHearing } from '../session/use-live-feed';
import type { CallTrouble } from '../state/call-trouble';
import type { ConversationState } from '../state/conversation-state';

/** What is wrong, by the name under which its words stand. */
export type Trouble =
  | { readonly name: 'network'; readonly attempt: number }
  | { readonly name: CallTrouble }
  | { readonly name: 'mic-denied' | 'mic-none' | 'mic-in-use' }
  | { readonly name: 'server' | 'no-assistant' | 'no-answer' | 'unheard' | 'speaker' };

export interface TroubleSigns {
  readonly microphone: MicrophoneTrouble | null;
  readonly hearing: ServerHearing;
  /** The assistant has been awaited in the call for longer than it takes to come. */
  readonly isAssistantLate: boolean;
  readonly hasSpeakerTrouble: boolean;
}

/** More would fill the screen and hide the conversation. */
const MOST_AT_ONCE = 2;

/** What to tell the person, the most pressing first. What follows from something else on the list is left out. */
export function troublesOf(state: ConversationState, signs: TroubleSigns): readonly Trouble[] {
  const { call } = state;
  const isNetworkLost = call.name === 'interrupted';
  const found: (Trouble | false)[] = [
    isNetworkLost && { name: 'network', attempt: call.attempt },
    call.name === 'lost' && { name: call.trouble },
    signs.microphone !== null && { name: `mic-${signs.microphone}` },
    signs.hearing === 'lost' && !isNetworkLost && state.endCause === null && { name: 'server' },
    state.isAnswerOverdue && call.name !== 'lost' && { name: 'no-answer' },
    state.isUnheard && call.name !== 'lost' && { name: 'unheard' },
    signs.isAssistantLate && call.name === 'joined' && !state.isAnswerOverdue && !state.isUnheard && { name: 'no-assistant' },
    signs.hasSpeakerTrouble && { name: 'speaker' },
  ];
  return found.filter((trouble) => trouble !== false).slice(0, MOST_AT_ONCE);
}
