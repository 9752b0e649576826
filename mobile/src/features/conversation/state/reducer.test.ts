import { savedMessage } from '../testing/scenarios';
import type { ConversationAction } from './actions';
import { initialState } from './conversation-state';
import { conversationReducer } from './reducer';
import { missingAfter, phaseOf, turnOf } from './selectors';
import { transcriptOf } from './transcript';

function after(...actions: ConversationAction[]) {
  return actions.reduce(conversationReducer, initialState);
}

const created: ConversationAction = { type: 'conversation-created', conversationId: 'c', at: 1_000 };
const joined: ConversationAction[] = [created, { type: 'call-requested' }, { type: 'call-joined' }];
const failure = { kind: 'daily-unavailable', temporary: true } as const;

describe('phase', () => {
  test.each<[string, ConversationAction[], object]>([
    ['nothing yet is starting', [], { name: 'starting' }],
    ['a failed creation has failed by its name', [{ type: 'start-failed', failure }], { name: 'failed', failure }],
    ['a second try that works is no failure any more', [{ type: 'start-failed', failure }, created], { name: 'live' }],
    ['on the way into the call is joining', [created, { type: 'call-requested' }], { name: 'joining' }],
    ['in the call is live', joined, { name: 'live' }],
    ['in writing, without a call, is live', [created], { name: 'live' }],
    ['a lost network is reconnecting, with the count of tries', [...joined, { type: 'network-interrupted', attempt: 2 }], { name: 'reconnecting', attempt: 2 }],
    ['the network back is live', [...joined, { type: 'network-interrupted', attempt: 1 }, { type: 'network-restored' }], { name: 'live' }],
    ['asked to end is ending at once', [...joined, { type: 'ending-requested' }], { name: 'ending' }],
    ['stays ending when the server confirms', [...joined, { type: 'ending-requested' }, { type: 'ended', cause: 'user', version: 9 }], { name: 'ending' }],
    ['ended by others is ended, with the cause', [...joined, { type: 'ended', cause: 'limit', version: 9 }], { name: 'ended', cause: 'limit' }],
    ['the first cause stays', [...joined, { type: 'ended', cause: 'limit', version: 9 }, { type: 'ended', cause: 'user', version: null }], { name: 'ended', cause: 'limit' }],
  ])('%s', (_, actions, phase) => {
    expect(phaseOf(after(...actions))).toEqual(phase);
  });
});

describe('turn', () => {
  const spoke: ConversationAction[] = [...joined, { type: 'user-input-started', turns: 'hold' }, { type: 'user-input-ended' }];

  test.each<[string, ConversationAction[], string]>([
    ['nobody speaks', joined, 'idle'],
    ['the button is held', [...joined, { type: 'user-input-started', turns: 'hold' }], 'listening'],
    ['the button was let go', spoke, 'thinking'],
    ['the touch was too short', [...joined, { type: 'user-input-started', turns: 'hold' }, { type: 'user-input-abandoned' }], 'idle'],
    ['the assistant is heard', [...spoke, { type: 'assistant-became-audible' }], 'speaking'],
    ['the person speaks over the assistant', [...spoke, { type: 'assistant-became-audible' }, { type: 'user-input-started', turns: 'hold' }], 'listening'],
    ['the assistant has finished, and its last word was lost', [...spoke, { type: 'processing-changed', seq: 3, status: 'synthesizing' }, { type: 'assistant-became-audible' }, { type: 'assistant-fell-silent' }], 'idle'],
    ['the answer came in writing', [...spoke, { type: 'message-saved', message: savedMessage(4, 'assistant', 'Chào') }], 'idle'],
    ['nobody answers in time', [...spoke, { type: 'answer-missed' }], 'idle'],
    ['the call was lost while the button was held', [...joined, { type: 'user-input-started', turns: 'hold' }, { type: 'network-interrupted', attempt: 1 }], 'idle'],
    ['a message was typed', [created, { type: 'message-typed', messageId: 'm', text: 'Chào', confidence: null, typedAt: '' }], 'thinking'],
    ['the message was refused', [created, { type: 'message-typed', messageId: 'm', text: 'Chào', confidence: null, typedAt: '' }, { type: 'message-refused', messageId: 'm', failure: 'offline' }], 'idle'],
  ])('%s', (_, actions, turn) => {
    expect(turnOf(after(...actions))).toBe(turn);
  });

  test('an old answer that is read again is no answer to what was just asked', () => {
    const old: ConversationAction = { type: 'message-saved', message: savedMessage(3, 'assistant', 'Chào') };
    expect(turnOf(after(...joined, old, { type: 'user-input-started', turns: 'hold' }, { type: 'user-input-ended' }, old))).toBe('thinking');
  });
});

describe('transcript', () => {
  test('what is typed shows at once, is sent, and keeps its place when saved', () => {
    const typed: ConversationAction = { type: 'message-typed', messageId: 'm', text: 'Chào', confidence: null, typedAt: '' };
    expect(transcriptOf(after(created, typed))).toMatchObject([{ key: 'm', text: 'Chào', standing: 'sending' }]);
    const saved: ConversationAction = { type: 'message-saved', message: savedMessage(3, 'user', 'Chào', { message_id: 'm' }) };
    expect(transcriptOf(after(created, typed, saved))).toMatchObject([{ key: 'm', text: 'Chào', standing: 'saved' }]);
  });

  test('a new turn begins with an empty line, whatever was heard before', () => {
    const shown = transcriptOf(after(
      ...joined,
      { type: 'user-input-started', turns: 'hold' },
      { type: 'transcription-updated', seq: 2, text: 'một câu dài chưa được lưu', isFinal: false },
      { type: 'user-input-started', turns: 'hold' },
      { type: 'transcription-updated', seq: 2, text: 'hai', isFinal: false },
    ));
    expect(shown.map(({ text }) => text)).toEqual(['hai']);
  });

  test('an answer that came by app message stands behind the words it answers', () => {
    const shown = transcriptOf(after(
      ...joined,
      { type: 'user-input-started', turns: 'hold' },
      { type: 'assistant-responded', seq: 3, text: 'Là số 4', tone: 'warm' },
      { type: 'transcription-updated', seq: 2, text: 'Số mấy?', isFinal: true },
    ));
    expect(shown.map(({ text }) => text)).toEqual(['Số mấy?', 'Là số 4']);
  });

  test('what was heard of an interrupted answer is known', () => {
    expect(transcriptOf(after(created, { type: 'message-saved', message: savedMessage(3, 'assistant', 'Số 4 là người dựng nền', { heard: 'Số 4' }) }))).toMatchObject([{ heard: 'Số 4' }]);
  });
});

describe('gaps', () => {
  const first: ConversationAction[] = [created, { type: 'version-reached', version: 1 }, { type: 'version-reached', version: 2 }];

  test('nothing mentioned, nothing missing', () => {
    expect(missingAfter(after(...first))).toBeNull();
  });

  test('a mentioned version that did not come is missing after the last that did', () => {
    expect(missingAfter(after(...first, { type: 'processing-changed', seq: 5, status: 'complete' }))).toBe(2);
  });

  test('a hole in what came is missing', () => {
    expect(missingAfter(after(...first, { type: 'version-reached', version: 4 }))).toBe(2);
    expect(missingAfter(after(...first, { type: 'version-reached', version: 4 }, { type: 'messages-read', after: 2, upTo: 4, messages: [] }))).toBeNull();
  });
});

test('app messages that cannot be read are counted', () => {
  expect(after({ type: 'app-message-dropped' }, { type: 'app-message-dropped' }).malformed).toBe(2);
});
