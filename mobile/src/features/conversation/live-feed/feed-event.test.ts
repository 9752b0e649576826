import type { EventView } from '@numeroly/generated-client';
import { actionOf } from './feed-event';

const head = { version: 7, sequence: 90, event_id: '0193b0a8-0000-7000-8000-0000000000aa', timestamp: '2026-01-01T00:00:07Z', correlation_id: null, causation_id: null };

const saved: EventView = {
  ...head,
  type: 'message_saved',
  message_id: '0193b0a8-0000-7000-8000-000000000007',
  speaker: 'assistant',
  text: 'Số 4 là người dựng nền.',
  confidence: null,
  emotional_tone: 'warm',
  heard: 'Số 4',
  spoken_at: '2026-01-01T00:00:06Z',
};

test('a saved message reads as the API gives it', () => {
  expect(actionOf(saved)).toEqual({
    type: 'message-saved',
    message: {
      message_id: '0193b0a8-0000-7000-8000-000000000007',
      version: 7,
      speaker: 'assistant',
      text: 'Số 4 là người dựng nền.',
      confidence: null,
      emotional_tone: 'warm',
      heard: 'Số 4',
      spoken_at: '2026-01-01T00:00:06Z',
      saved_at: '2026-01-01T00:00:07Z',
    },
  });
});

test('the end says its cause', () => {
  const ended: EventView = { ...head, version: 9, type: 'ended', cause: 'left_for_good', rating: null, ended_at: head.timestamp };
  expect(actionOf(ended)).toEqual({ type: 'ended', cause: 'left_for_good', version: 9 });
  expect(actionOf({ ...ended, cause: 'of_a_newer_backend' })).toEqual({ type: 'version-reached', version: 9 });
});

test('other events move the version on', () => {
  const joined: EventView = { ...head, type: 'participant_joined', who: 'user', session_id: 's', joined_at: head.timestamp };
  expect(actionOf(joined)).toEqual({ type: 'version-reached', version: 7 });
  expect(actionOf({ ...head, type: 'of_a_newer_backend' })).toEqual({ type: 'version-reached', version: 7 });
});

test('what was heard of an answer that was cut off is told', () => {
  const cut: EventView = { ...head, type: 'answer_interrupted', message_id: 'm', heard: 'Số 4', cause: 'person_spoke', interrupted_at: head.timestamp };
  expect(actionOf(cut)).toEqual({ type: 'answer-interrupted', version: 7, messageId: 'm', heard: 'Số 4' });
});

test('an assistant that takes over is noted, the first is expected', () => {
  const arrived: EventView = { ...head, type: 'assistant_arrived', ordinal: 2, has_voice: true, arrived_at: head.timestamp };
  expect(actionOf(arrived)).toEqual({ type: 'noted', version: 7, kind: 'back' });
  expect(actionOf({ ...arrived, ordinal: 1 })).toEqual({ type: 'version-reached', version: 7 });
});

test.each([
  ['reply', 'guide', 'simpler-answers'],
  ['reply', null, 'simpler-answers'],
  ['text_to_speech', 'espeak', 'simpler-voice'],
  ['text_to_speech', null, 'no-voice'],
  ['speech_to_text', 'pocketsphinx', 'simpler-hearing'],
  ['speech_to_text', null, 'simpler-hearing'],
] as const)('a provider of %s that failed and was followed by %s is noted as %s', (stage, fellBackTo, kind) => {
  const failed: EventView = { ...head, type: 'provider_failed', stage, provider: 'p', failure: 'timed_out', fell_back_to: fellBackTo, failed_at: head.timestamp };
  expect(actionOf(failed)).toEqual({ type: 'noted', version: 7, kind });
});

test('what is learnt of the person is told', () => {
  const learnt: EventView = { ...head, type: 'reading_learnt', reading: { name: 'An', birth_date: null } };
  expect(actionOf(learnt)).toEqual({ type: 'reading-learnt', version: 7 });
});

test('a message in a shape we cannot read leaves its version missing, so that it is asked for', () => {
  expect(actionOf({ ...head, type: 'message_saved', words: 'x' })).toBeNull();
});

test.each([[null], ['text'], [{ type: 'ended' }], [{ version: 'x' }]])('%j is no event', (event) => {
  expect(actionOf(event)).toBeNull();
});
