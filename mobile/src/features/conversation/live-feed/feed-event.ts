import type { EventView, SavedMessage } from '@numeroly/generated-client';
import type { StoreAction } from '../state/actions';
import { fieldsOf, versionOf } from '../protocol/reading-json';
import { emotionalToneOf, endCauseOf, speakerOf } from '../protocol/vocabulary';
import { noteOf } from './note-of';

/**
 * What an event means for the conversation. Events of other types only move the version on; so do words that we do not
 * know, since a newer backend may have more of them.
 *
 * @returns null when it has not even a version, or is a message that cannot be read: leaving its version unknown makes
 * the conversation ask for it.
 */
export function actionOf(received: unknown): StoreAction | null {
  const event = eventOf(received);
  if (event === null) return null;
  const { version } = event;
  switch (event.type) {
    case 'message_saved': {
      const message = messageOf(event);
      return message === null ? null : { type: 'message-saved', message };
    }
    case 'answer_interrupted':
      return { type: 'answer-interrupted', version, messageId: event.message_id, heard: event.heard };
    case 'reading_learnt':
      return { type: 'reading-learnt', version };
    case 'ended': {
      const cause = endCauseOf(event.cause);
      return cause === null ? { type: 'version-reached', version } : { type: 'ended', cause, version };
    }
    default: {
      const kind = noteOf(event);
      return kind === null ? { type: 'version-reached', version } : { type: 'noted', version, kind };
    }
  }
}

function eventOf(received: unknown): EventView | null {
  const fields = fieldsOf(received);
  return versionOf(fields?.version) === null ? null : (received as EventView);
}

function messageOf(event: Extract<EventView, { type: 'message_saved' }>): SavedMessage | null {
  const speaker = speakerOf(event.speaker);
  if (speaker === null || typeof event.message_id !== 'string' || typeof event.text !== 'string') return null;
  return {
    message_id: event.message_id,
    version: event.version,
    speaker,
    text: event.text,
    confidence: event.confidence,
    emotional_tone: emotionalToneOf(event.emotional_tone),
    heard: event.heard,
    spoken_at: event.spoken_at,
    saved_at: event.timestamp,
  };
}
