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

test('a message in a shape we cannot read leaves its version missing, so that it is asked for', () => {
  expect(actionOf({ ...saved, data: { Words: 'x' } })).toBeNull();
});

test.each([[null], ['text'], [{ type: 'ended' }], [{ version: 'x' }]])('%j is no event', (event) => {
  expect(actionOf(event)).toBeNull();
});
