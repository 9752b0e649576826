import type { EmotionalTone, EndCause } from '@numeroly/generated-client';

/** What the assistant is busy with, in the story's words. */
export type ProcessingStatus = 'transcribing' | 'thinking' | 'synthesizing' | 'complete';

/**
 * What the backend says in the call: the story's three messages, and the courtesy of saying that it is over.
 * `seq` is the conversation's version at the time of sending; null when the sender did not say it.
 */
export type IncomingMessage =
  | { readonly type: 'transcription_update'; readonly seq: number | null; readonly text: string; readonly confidence: number; readonly isFinal: boolean }
  | { readonly type: 'processing_status'; readonly seq: number | null; readonly status: ProcessingStatus }
  | { readonly type: 'assistant_response'; readonly seq: number | null; readonly text: string; readonly emotionalTone: EmotionalTone }
  | { readonly type: 'conversation_ended'; readonly seq: number | null; readonly cause: EndCause };

/** Who frames the person's turns: `hold`, the person, by the button; `open`, the assistant, by what it hears in between. */
export type Turns = 'hold' | 'open';

/** Who turned the sound into words: this device, which saved them under `messageId`; or the assistant is to. */
export type RecognisedBy =
  | { readonly recognisedBy: 'device'; readonly messageId: string }
  | { readonly recognisedBy: 'assistant' };

/** What the app says in the call: the story's messages, with how the turn is taken and its words are found. */
export type OutgoingMessage =
  | { readonly type: 'user_input_started'; readonly data: { readonly conversationId: string; readonly turns: Turns; readonly recognisedBy: 'device' | 'assistant' } }
  | { readonly type: 'user_input_ended'; readonly data: { readonly conversationId: string; readonly turns: Turns } & RecognisedBy };

/** Daily refuses app messages whose JSON has more UTF-16 units than this; so nothing longer can be an honest one. */
export const MOST_CHARACTERS = 4096;

/** From now on the microphone is meant for the assistant. */
export function userInputStarted(conversationId: string, turns: Turns, recognisedBy: 'device' | 'assistant'): OutgoingMessage {
  return { type: 'user_input_started', data: { conversationId, turns, recognisedBy } };
}

/** What was said is complete, and an answer is expected. Order against the saving of its words does not matter. */
export function userInputEnded(conversationId: string, turns: Turns, by: RecognisedBy): OutgoingMessage {
  return { type: 'user_input_ended', data: { conversationId, turns, ...by } };
}
