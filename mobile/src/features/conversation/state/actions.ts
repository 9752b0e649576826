import type { EmotionalTone, EndCause, SavedMessage } from '@numeroly/generated-client';
import type { Failure, FailureKind } from '@/lib/api';
import type { ProcessingStatus, Turns } from '../protocol/app-messages';
import type { CallTrouble } from './call-trouble';
import type { NoteKind } from './notes';

/** What the store says. The same fact may come several times, from several sides, in any order. */
export type StoreAction =
  | { readonly type: 'message-saved'; readonly message: SavedMessage }
  | { readonly type: 'version-reached'; readonly version: number }
  | { readonly type: 'answer-interrupted'; readonly version: number; readonly messageId: string; readonly heard: string }
  | { readonly type: 'noted'; readonly version: number; readonly kind: NoteKind }
  | { readonly type: 'reading-learnt'; readonly version: number }
  | { readonly type: 'messages-read'; readonly after: number; readonly upTo: number; readonly messages: readonly SavedMessage[] }
  | { readonly type: 'ended'; readonly cause: EndCause; readonly version: number | null };

/** What the assistant says in the call; may be lost, repeated or late. `seq` null: the sender did not say. */
export type AssistantAction =
  | { readonly type: 'transcription-updated'; readonly seq: number | null; readonly text: string; readonly isFinal: boolean }
  | { readonly type: 'processing-changed'; readonly seq: number | null; readonly status: ProcessingStatus }
  | { readonly type: 'assistant-responded'; readonly seq: number | null; readonly text: string; readonly tone: EmotionalTone }
  | { readonly type: 'app-message-dropped' };

/** What happens to the call. */
export type CallAction =
  | { readonly type: 'call-requested' }
  | { readonly type: 'call-joined' }
  | { readonly type: 'network-interrupted'; readonly attempt: number }
  | { readonly type: 'network-restored' }
  | { readonly type: 'ejected' }
  | { readonly type: 'call-lost'; readonly trouble: CallTrouble }
  | { readonly type: 'assistant-arrived' }
  | { readonly type: 'assistant-left' }
  | { readonly type: 'assistant-became-audible' }
  | { readonly type: 'assistant-fell-silent' };

/** What the person does. */
export type PersonAction =
  | { readonly type: 'user-input-started'; readonly turns: Turns }
  | { readonly type: 'words-recognised'; readonly text: string }
  | { readonly type: 'user-input-ended' }
  | { readonly type: 'user-input-abandoned' }
  | { readonly type: 'message-typed'; readonly messageId: string; readonly text: string; readonly confidence: number | null; readonly typedAt: string }
  | { readonly type: 'message-retried'; readonly messageId: string }
  | { readonly type: 'message-refused'; readonly messageId: string; readonly failure: FailureKind }
  | { readonly type: 'answer-missed' }
  | { readonly type: 'words-unheard' }
  | { readonly type: 'ending-requested' };

/** How the conversation came to be. */
export type StartAction =
  | { readonly type: 'start-requested' }
  | { readonly type: 'start-failed'; readonly failure: Failure }
  | { readonly type: 'conversation-created'; readonly conversationId: string; readonly at: number };

/** Everything that can happen to a conversation, in the past tense, named as the server names its events. */
export type ConversationAction = StartAction | StoreAction | AssistantAction | CallAction | PersonAction;
