import { savedMessage } from '../testing/scenarios';
import { withNotes } from '../view/transcript-lines';
import type { ConversationAction } from './actions';
import { initialState } from './conversation-state';
import { notesOf, type NoteKind } from './notes';
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

  test.each<[string, (number | 'saved')[]]>([['before it', [5, 'saved']], ['after it', ['saved', 5]], ['twice', [5, 'saved', 5]]])('that an answer was cut off, told %s is saved, is known', (_, order) => {
    const cut: ConversationAction = { type: 'answer-interrupted', version: 5, messageId: 'm', heard: 'Số 4' };
    const saved: ConversationAction = { type: 'message-saved', message: savedMessage(3, 'assistant', 'Số 4 là người dựng nền', { message_id: 'm' }) };
    const state = after(created, ...order.map((what) => (what === 'saved' ? saved : cut)));
    expect(transcriptOf(state)).toMatchObject([{ key: 'm', heard: 'Số 4' }]);
    expect(state.heardOf).toBe(5);
  });

  test('an answer that is saved while it still sounds shows once, also when its words come again later', () => {
    const answer: ConversationAction = { type: 'message-saved', message: savedMessage(3, 'assistant', 'Là số 4.') };
    const late: ConversationAction = { type: 'assistant-responded', seq: 4, text: 'Là số 4.', tone: 'warm' };
    const goesOn: ConversationAction[] = [{ type: 'assistant-became-audible' }, { type: 'version-reached', version: 4 }];
    expect(transcriptOf(after(...joined, late, answer, ...goesOn)).map(({ text }) => text)).toEqual(['Là số 4.']);
    expect(transcriptOf(after(...joined, answer, ...goesOn, late)).map(({ text }) => text)).toEqual(['Là số 4.']);
  });

  test('the same answer to a question that was put again shows again', () => {
    const again: ConversationAction[] = [
      { type: 'message-saved', message: savedMessage(3, 'assistant', 'Là số 4.') },
      { type: 'message-saved', message: savedMessage(4, 'user', 'Số mấy cơ?') },
      { type: 'assistant-responded', seq: 4, text: 'Là số 4.', tone: 'warm' },
    ];
    expect(transcriptOf(after(...joined, ...again)).map(({ text }) => text)).toEqual(['Là số 4.', 'Số mấy cơ?', 'Là số 4.']);
  });

  test('what an assistant that took over says in place of the one before shows after it', () => {
    const takenOver: ConversationAction[] = [
      { type: 'message-saved', message: savedMessage(3, 'user', 'Số mấy?') },
      { type: 'assistant-responded', seq: 3, text: 'Là số 4, tức là', tone: 'warm' },
      { type: 'noted', version: 4, kind: 'back' },
      { type: 'assistant-responded', seq: 4, text: 'Là số 4.', tone: 'warm' },
      { type: 'message-saved', message: savedMessage(5, 'assistant', 'Là số 4.') },
    ];
    expect(transcriptOf(after(...joined, ...takenOver)).map(({ text }) => text)).toEqual(['Số mấy?', 'Là số 4.']);
  });

  test('what was heard of an interrupted answer is known', () => {
    expect(transcriptOf(after(created, { type: 'message-saved', message: savedMessage(3, 'assistant', 'Số 4 là người dựng nền', { heard: 'Số 4' }) }))).toMatchObject([{ heard: 'Số 4' }]);
  });
});

describe('an open microphone', () => {
  const open: ConversationAction[] = [...joined, { type: 'user-input-started', turns: 'open' }];

  test.each<[string, ConversationAction[], string]>([
    ['nobody speaks', open, 'listening'],
    ['the assistant is heard', [...open, { type: 'assistant-became-audible' }], 'speaking'],
    ['the person speaks over it', [...open, { type: 'assistant-became-audible' }, { type: 'words-recognised', text: 'khoan' }], 'listening'],
    ['a sentence is finished', [...open, { type: 'message-typed', messageId: 'm', text: 'Chào', confidence: 0.9, typedAt: '' }], 'thinking'],
    ['it is muted', [...open, { type: 'user-input-abandoned' }], 'idle'],
  ])('%s', (_, actions, turn) => {
    expect(turnOf(after(...actions))).toBe(turn);
  });
});

describe('notes', () => {
  const noted = (version: number, kind: NoteKind): ConversationAction => ({ type: 'noted', version, kind });

  test('stand in the order in which things happened, each kind once, coming back each time', () => {
    const state = after(noted(9, 'back'), noted(4, 'simpler-answers'), noted(7, 'simpler-answers'), noted(5, 'back'), noted(4, 'simpler-answers'));
    expect(notesOf(state)).toEqual([{ version: 4, kind: 'simpler-answers' }, { version: 5, kind: 'back' }, { version: 9, kind: 'back' }]);
  });

  test('stand between what was said before and after', () => {
    const state = after(noted(4, 'back'), noted(9, 'no-voice'), { type: 'message-saved', message: savedMessage(3, 'user', 'a') }, { type: 'message-saved', message: savedMessage(5, 'assistant', 'b') });
    expect(withNotes(transcriptOf(state), notesOf(state)).map((item) => ('note' in item ? item.note.kind : item.entry.text))).toEqual(['a', 'back', 'b', 'no-voice']);
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
