import type { EmotionalTone, EndCause, SavedMessage } from '@numeroly/generated-client';
import type { Failure, FailureKind } from '@/lib/api';
import type { ProcessingStatus, Turns } from '../protocol/app-messages';
import type { CallTrouble } from './call-trouble';
import type { Coverage } from './coverage';
import type { NoteKind } from './notes';

/** The call under the conversation. A conversation goes on without one: it can be typed. */
export type CallState =
  | { readonly name: 'none' }
  | { readonly name: 'joining' }
  | { readonly name: 'joined' }
  | { readonly name: 'interrupted'; readonly attempt: number }
  | { readonly name: 'asking-why' }
  | { readonly name: 'lost'; readonly trouble: CallTrouble };

/** Words that were heard but are not saved yet. The store's word replaces them. */
export interface Provisional {
  /** Counts the person's turns, so that a new turn begins with an empty line. */
  readonly turn: number;
  readonly seq: number;
  readonly isFinal: boolean;
  readonly text: string;
  readonly tone: EmotionalTone | null;
}

/** A message typed or recognised here, shown at once and kept until the store has it. */
export interface TypedMessage {
  readonly messageId: string;
  readonly text: string;
  /** Of the recogniser, from 0 to 1; null when it did not say, and when the message was typed. */
  readonly confidence: number | null;
  readonly typedAt: string;
  /** Why it could not be saved; null while it is on its way. */
  readonly failure: FailureKind | null;
}

/** All that is known of a conversation. Only facts; what the screen shows is derived by the selectors. */
export interface ConversationState {
  readonly conversationId: string | null;
  /** Why there is no conversation. */
  readonly startFailure: Failure | null;
  readonly call: CallState;
  /** When it was created, in epoch milliseconds; null before. */
  readonly openedAt: number | null;
  readonly endRequested: boolean;
  readonly endCause: EndCause | null;

  readonly saved: Readonly<Record<string, SavedMessage>>;
  readonly coverage: Coverage;
  /** The highest version anyone mentioned. */
  readonly heardOf: number;
  readonly spoken: Provisional | null;
  readonly answered: Provisional | null;
  readonly typed: readonly TypedMessage[];
  /** What the device's own recogniser understands just now; empty when nothing. */
  readonly recognising: string;
  /** What was heard of answers that were cut off, by message, with the version that says so. */
  readonly heardOfAnswers: Readonly<Record<string, { readonly version: number; readonly heard: string }>>;
  /** By version. */
  readonly notes: Readonly<Record<number, NoteKind>>;
  /** The version at which something about the person was learnt last; 0 before. */
  readonly readingLearntAt: number;

  readonly turn: number;
  /** The microphone is meant for the assistant: the button is held, or it was left open. */
  readonly isHolding: boolean;
  readonly turns: Turns;
  readonly isAwaitingAnswer: boolean;
  /** The highest version known when the question was put: what came before is no answer to it. */
  readonly askedAfter: number;
  /** Nobody answered in time; said once, until the next turn. */
  readonly isAnswerOverdue: boolean;
  /** What was said last reached nobody; said until the next turn. */
  readonly isUnheard: boolean;
  readonly processing: ProcessingStatus | null;
  readonly isAssistantHere: boolean;
  readonly isAssistantHeard: boolean;
  /** App messages that could not be read. */
  readonly malformed: number;
}

export const initialState: ConversationState = {
  conversationId: null,
  startFailure: null,
  call: { name: 'none' },
  openedAt: null,
  endRequested: false,
  endCause: null,
  saved: {},
  coverage: [],
  heardOf: 0,
  spoken: null,
  answered: null,
  typed: [],
  recognising: '',
  heardOfAnswers: {},
  notes: {},
  readingLearntAt: 0,
  turn: 0,
  isHolding: false,
  turns: 'hold',
  isAwaitingAnswer: false,
  askedAfter: 0,
  isAnswerOverdue: false,
  isUnheard: false,
  processing: null,
  isAssistantHere: false,
  isAssistantHeard: false,
  malformed: 0,
};
