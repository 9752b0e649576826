import { actionOf } from './feed-event';

const saved = {
  version: 7,
  sequence: 90,
  event_id: '0193b0a8-0000-7000-8000-0000000000aa',
  type: 'message_saved',
  timestamp: '2026-01-01T00:00:07Z',
  data: {
    MessageId: '0193b0a8-0000-7000-8000-000000000007',
    Speaker: 'Assistant',
    Text: 'Số 4 là người dựng nền.',
    Confidence: null,
    EmotionalTone: 'Warm',
    Heard: 'Số 4',
    SpokenAt: '2026-01-01T00:00:06Z',
  },
  correlation_id: null,
  causation_id: null,
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

test('the end says its cause in the words of the API', () => {
  expect(actionOf({ ...saved, version: 9, type: 'ended', data: { Cause: 'LeftForGood', Rating: null } })).toEqual({ type: 'ended', cause: 'left_for_good', version: 9 });
});

test('other events move the version on', () => {
  expect(actionOf({ ...saved, type: 'participant_joined', data: {} })).toEqual({ type: 'version-reached', version: 7 });
  expect(actionOf({ ...saved, type: 'of_a_newer_backend', data: null })).toEqual({ type: 'version-reached', version: 7 });
});

test.each([
  ['.NET', { MessageId: 'm', Heard: 'Số 4', Cause: 'UserSpoke' }],
  ['the API', { message_id: 'm', heard: 'Số 4', cause: 'user_spoke' }],
])('what was heard of an answer that was cut off reads in the names of %s', (_, data) => {
  expect(actionOf({ ...saved, type: 'answer_interrupted', data })).toEqual({ type: 'answer-interrupted', version: 7, messageId: 'm', heard: 'Số 4' });
});

test('an assistant that takes over is noted, the first is expected', () => {
  expect(actionOf({ ...saved, type: 'assistant_arrived', data: { AttendanceId: 'a', Ordinal: 2 } })).toEqual({ type: 'noted', version: 7, kind: 'back' });
  expect(actionOf({ ...saved, type: 'assistant_arrived', data: { attendance_id: 'a', ordinal: 1 } })).toEqual({ type: 'version-reached', version: 7 });
});

test.each([
  [{ Stage: 'Replying', Provider: 'openai', Failure: 'TimedOut', FellBackTo: 'guide' }, 'simpler-answers'],
  [{ stage: 'speaking', provider: 'azure', failure: 'unavailable', fell_back_to: 'espeak' }, 'simpler-voice'],
  [{ Stage: 'TextToSpeech', FellBackTo: null }, 'no-voice'],
  [{ Stage: 'Hearing', FellBackTo: 'pocketsphinx' }, 'simpler-hearing'],
  [{ Stage: 'SpeechToText' }, 'simpler-hearing'],
  [{}, 'simpler-answers'],
])('a provider that failed, %j, is noted as %s', (data, kind) => {
  expect(actionOf({ ...saved, type: 'provider_failed', data })).toEqual({ type: 'noted', version: 7, kind });
});

test('what is learnt of the person is told, what is measured is not', () => {
  expect(actionOf({ ...saved, type: 'reading_learnt', data: { Reading: { Name: 'An' } } })).toEqual({ type: 'reading-learnt', version: 7 });
  expect(actionOf({ ...saved, type: 'turn_measured', data: { TotalMs: 200 } })).toEqual({ type: 'version-reached', version: 7 });
  expect(actionOf({ ...saved, type: 'answer_interrupted', data: { Words: 1 } })).toEqual({ type: 'version-reached', version: 7 });
});

test('a message in a shape we cannot read leaves its version missing, so that it is asked for', () => {
  expect(actionOf({ ...saved, data: { Words: 'x' } })).toBeNull();
});

test.each([[null], ['text'], [{ type: 'ended' }], [{ version: 'x' }]])('%j is no event', (event) => {
  expect(actionOf(event)).toBeNull();
});
