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

/** What the app says in the call, shaped as the story has it. */
export type OutgoingMessage = {
  readonly type: 'user_input_started' | 'user_input_ended';
  readonly data: { readonly conversationId: string };
};

/** Daily refuses app messages whose JSON has more UTF-16 units than this; so nothing longer can be an honest one. */
export const MOST_CHARACTERS = 4096;

/** The button is held: from now on the microphone is meant for the assistant. */
export function userInputStarted(conversationId: string): OutgoingMessage {
  return { type: 'user_input_started', data: { conversationId } };
}

/** The button is released: what was said is complete, and an answer is expected. */
export function userInputEnded(conversationId: string): OutgoingMessage {
  return { type: 'user_input_ended', data: { conversationId } };
}
