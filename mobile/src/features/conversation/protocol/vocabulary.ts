import type { EmotionalTone, EndCause, Speaker } from '@numeroly/generated-client';
import type { ProcessingStatus } from './app-messages';
import { oneOf } from './reading-json';

const statuses: readonly ProcessingStatus[] = ['transcribing', 'thinking', 'synthesizing', 'complete'];
const tones: readonly EmotionalTone[] = ['warm', 'neutral', 'energetic'];
const causes: readonly EndCause[] = ['user', 'room_expired', 'nobody_came', 'left_for_good', 'limit', 'operator'];
const speakers: readonly Speaker[] = ['user', 'assistant'];

export function processingStatusOf(value: unknown): ProcessingStatus | null {
  return oneOf(statuses, value);
}

export function emotionalToneOf(value: unknown): EmotionalTone | null {
  return oneOf(tones, value);
}

export function endCauseOf(value: unknown): EndCause | null {
  return oneOf(causes, value);
}

export function speakerOf(value: unknown): Speaker | null {
  return oneOf(speakers, value);
}
