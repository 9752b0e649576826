import type { EventView, SavedMessage } from '@numeroly/generated-client';
import type { StoreAction } from '../state/actions';
import { fieldsOf, named, versionOf, type Fields } from '../protocol/reading-json';
import { emotionalToneOf, endCauseOf, speakerOf } from '../protocol/vocabulary';
import { noteOf } from './note-of';

/** The fields of a stored event that the app goes by. */
export type StoredEvent = Pick<EventView, 'version' | 'type' | 'timestamp' | 'data'>;

/**
 * What a stored event means for the conversation. Events of other types only move the version on; so do events whose
 * body we cannot read, since a newer backend may shape them differently and the messages can still be asked for.
 *
 * @returns null when it has not even a version.
 */
export function actionOf(event: unknown): StoreAction | null {
  const fields = fieldsOf(event);
  const version = versionOf(fields?.version);
  if (fields === null || version === null) return null;
  const data = fieldsOf(fields.data);
  if (fields.type === 'message_saved' && data !== null) {
    const message = messageOf(version, fields.timestamp, data);
    // Leaving its version unknown makes the conversation ask for the message in the shape of the API.
    return message === null ? null : { type: 'message-saved', message };
  }
  if (fields.type === 'answer_interrupted' && data !== null) {
    const messageId = named(data, 'MessageId');
    const heard = named(data, 'Heard');
    if (typeof messageId === 'string' && typeof heard === 'string') return { type: 'answer-interrupted', version, messageId, heard };
  }
  if (fields.type === 'reading_learnt') return { type: 'reading-learnt', version };
  const kind = data === null ? null : noteOf(fields.type, data);
  if (kind !== null) return { type: 'noted', version, kind };
  const cause = fields.type === 'ended' ? endCauseOf(data?.Cause) : null;
  return cause === null ? { type: 'version-reached', version } : { type: 'ended', cause, version };
}

function messageOf(version: number, timestamp: unknown, data: Fields): SavedMessage | null {
  const speaker = speakerOf(data.Speaker);
  if (speaker === null || typeof data.MessageId !== 'string' || typeof data.Text !== 'string') return null;
  const savedAt = typeof timestamp === 'string' ? timestamp : '';
  return {
    message_id: data.MessageId,
    version,
    speaker,
    text: data.Text,
    confidence: typeof data.Confidence === 'number' ? data.Confidence : null,
    emotional_tone: emotionalToneOf(data.EmotionalTone),
    heard: typeof data.Heard === 'string' ? data.Heard : null,
    spoken_at: typeof data.SpokenAt === 'string' ? data.SpokenAt : savedAt,
    saved_at: savedAt,
  };
}
