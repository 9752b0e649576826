import fc from 'fast-check';
import { disordered, someConversation } from '../testing/scenarios';
import type { ConversationAction } from './actions';
import { initialState, type ConversationState } from './conversation-state';
import { conversationReducer } from './reducer';
import { missingAfter } from './selectors';
import { transcriptOf } from './transcript';

function after(actions: readonly ConversationAction[], from: ConversationState = initialState): ConversationState {
  return actions.reduce(conversationReducer, from);
}

const toldInDisorder = someConversation.chain((told) => fc.tuple(fc.constant(told), disordered(told.actions)));

test('everything told in any order and repeated shows what the store holds, once and in order', () => {
  fc.assert(
    fc.property(toldInDisorder, ([told, actions]) => {
      const shown = transcriptOf(after(actions));
      expect(shown.map(({ key, speaker, text, standing, heard }) => ({ key, speaker, text, standing, heard }))).toEqual(
        told.messages.map(({ message_id: key, speaker, text }) => ({ key, speaker, text, standing: 'saved', heard: told.cutOff.get(key) ?? null })),
      );
    }),
  );
});

test('at every moment on the way each key shows once, saved lines first and in the order of their versions', () => {
  fc.assert(
    fc.property(toldInDisorder, ([told, actions]) => {
      const versions = new Map(told.messages.map((message) => [message.message_id, message.version]));
      let state = initialState;
      for (const action of actions) {
        state = conversationReducer(state, action);
        const shown = transcriptOf(state);
        const keys = shown.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const standings = shown.map(({ standing }) => standing);
        expect(standings.lastIndexOf('saved')).toBe(standings.filter((standing) => standing === 'saved').length - 1);
        const shownVersions = keys.flatMap((key) => versions.get(key) ?? []);
        expect(shownVersions).toEqual([...shownVersions].sort((a, b) => a - b));
      }
    }),
  );
});

test('words that are heard but not saved yet show the same in any order', () => {
  const someHearing = fc.array(
    fc.record({ text: fc.string({ maxLength: 6 }), isFinal: fc.boolean(), seq: fc.integer({ min: 2, max: 4 }) }).map((heard) => ({ type: 'transcription-updated' as const, ...heard })),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(someHearing.chain((heard) => fc.tuple(fc.constant(heard), disordered(heard))), ([heard, again]) => {
      expect(transcriptOf(after(again))).toEqual(transcriptOf(after(heard)));
    }),
  );
});

test('whatever the call loses is asked for, and reading what is missing completes the transcript', () => {
  const someLosses = someConversation.chain((told) => fc.tuple(fc.constant(told), fc.subarray([...told.actions])));
  fc.assert(
    fc.property(someLosses, ([told, arrived]) => {
      const partly = after([...arrived.filter(({ type }) => type !== 'messages-read'), { type: 'processing-changed', seq: told.lastVersion, status: 'complete' }]);
      const from = missingAfter(partly);
      const read: ConversationAction[] =
        from === null ? [] : [{ type: 'messages-read', after: from, upTo: told.lastVersion, messages: told.messages.filter(({ version }) => version > from) }];
      const whole = after(read, partly);
      expect(missingAfter(whole)).toBeNull();
      expect(transcriptOf(whole).map(({ key }) => key)).toEqual(told.messages.map(({ message_id }) => message_id));
    }),
  );
});

test('a typed message shows once, whatever confirms it first', () => {
  const typed: ConversationAction = { type: 'message-typed', messageId: '00000000-0000-7000-8000-000000000003', text: 'chào', confidence: null, typedAt: '2026-01-01T00:00:00Z' };
  fc.assert(
    fc.property(someConversation.filter(({ messages }) => messages.length > 0).chain((told) => fc.tuple(fc.constant(told), disordered([...told.actions, typed]))), ([told, actions]) => {
      const keys = transcriptOf(after(actions)).map(({ key }) => key);
      const isSaved = told.messages.some(({ message_id }) => message_id === '00000000-0000-7000-8000-000000000003');
      expect(keys.filter((key) => key === '00000000-0000-7000-8000-000000000003')).toHaveLength(1);
      expect(keys).toHaveLength(told.messages.length + (isSaved ? 0 : 1));
    }),
  );
});

test('what the device understands stands last as long as it is not finished, and leaves nothing behind', () => {
  const someWords = fc.array(fc.string({ minLength: 1, maxLength: 6 }).map((text) => ({ type: 'words-recognised' as const, text })), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(someConversation, someWords, (told, words) => {
      const during = after(words, after(told.actions));
      expect(transcriptOf(during).at(-1)).toMatchObject({ speaker: 'user', text: words.at(-1)?.text, standing: 'interim' });
      expect(transcriptOf(after([{ type: 'words-recognised', text: '' }], during))).toEqual(transcriptOf(after(told.actions)));
    }),
  );
});
