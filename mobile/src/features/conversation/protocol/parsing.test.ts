import fc from 'fast-check';
import { userInputEnded, userInputStarted } from './app-messages';
import { parseAppMessage, type Parsed } from './parsing';

const id = '0193b0a8-0000-7000-8000-000000000001';

function parse(received: unknown): Parsed {
  return parseAppMessage(received, id);
}

test('the messages of the app carry the conversation', () => {
  expect(userInputStarted(id, 'open', 'device')).toEqual({ type: 'user_input_started', data: { conversationId: id, turns: 'open', recognisedBy: 'device' } });
  expect(userInputEnded(id, 'hold', { recognisedBy: 'assistant' })).toEqual({ type: 'user_input_ended', data: { conversationId: id, turns: 'hold', recognisedBy: 'assistant' } });
  expect(userInputEnded(id, 'hold', { recognisedBy: 'device', messageId: 'm' })).toEqual({ type: 'user_input_ended', data: { conversationId: id, turns: 'hold', recognisedBy: 'device', messageId: 'm' } });
});

test.each([
  [{ type: 'transcription_update', data: { text: 'số', confidence: 0.8, isFinal: false }, seq: 4 }, { type: 'transcription_update', seq: 4, text: 'số', confidence: 0.8, isFinal: false }],
  [{ type: 'processing_status', data: { status: 'synthesizing' }, seq: 5 }, { type: 'processing_status', seq: 5, status: 'synthesizing' }],
  [{ type: 'assistant_response', data: { text: 'Chào bạn', emotionalTone: 'warm' }, seq: 6 }, { type: 'assistant_response', seq: 6, text: 'Chào bạn', emotionalTone: 'warm' }],
  [{ type: 'conversation_ended', data: { conversationId: id, cause: 'nobody_came' }, seq: 9 }, { type: 'conversation_ended', seq: 9, cause: 'nobody_came' }],
])('%j is understood', (received, message) => {
  expect(parse(received)).toEqual({ kind: 'understood', message });
});

test('a message in the bare words of the story, without a version, is understood', () => {
  expect(parse({ type: 'processing_status', data: { status: 'thinking' } })).toEqual({ kind: 'understood', message: { type: 'processing_status', seq: null, status: 'thinking' } });
});

test('types of a newer backend are left alone', () => {
  expect(parse({ type: 'numbers_shown', data: { keys: ['life_path'] } })).toEqual({ kind: 'unknown' });
  expect(parse({ type: 'constructor', data: {} })).toEqual({ kind: 'unknown' });
});

test.each([
  ['no object', 'hello'],
  ['a list', []],
  ['no type', { data: {} }],
  ['no data', { type: 'processing_status' }],
  ['a status that is none', { type: 'processing_status', data: { status: 'dancing' } }],
  ['a text that is none', { type: 'transcription_update', data: { text: 1, isFinal: true } }],
  ['an empty answer', { type: 'assistant_response', data: { text: '  ', emotionalTone: 'warm' } }],
  ['a version that is none', { type: 'processing_status', data: { status: 'thinking' }, seq: -1 }],
  ['another conversation', { type: 'conversation_ended', data: { conversationId: 'other', cause: 'user' } }],
  ['more than Daily lets through', { type: 'assistant_response', data: { text: 'x'.repeat(4096), emotionalTone: 'warm' } }],
])('%s is malformed', (_, received) => {
  expect(parse(received).kind).toBe('malformed');
});

test('an unknown tone and an impossible confidence do not lose the words', () => {
  expect(parse({ type: 'assistant_response', data: { text: 'a', emotionalTone: 'gloomy' } })).toMatchObject({ kind: 'understood', message: { emotionalTone: 'neutral' } });
  expect(parse({ type: 'transcription_update', data: { text: 'a', isFinal: true, confidence: 7 } })).toMatchObject({ kind: 'understood', message: { confidence: 1 } });
});

test('whatever arrives is understood, unknown or malformed, and never throws', () => {
  const type = fc.constantFrom('transcription_update', 'processing_status', 'assistant_response', 'conversation_ended', 'other');
  fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.record({ type, data: fc.jsonValue() })), (received) => {
    expect(['understood', 'unknown', 'malformed']).toContain(parse(received).kind);
  }));
});
