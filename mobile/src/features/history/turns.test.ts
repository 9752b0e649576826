import { type SavedMessage } from '@numeroly/generated-client';
import { turnsIn } from './turns';

const said = (speaker: 'user' | 'assistant', second: number): SavedMessage => ({
  message_id: `${second}`, version: second, speaker, text: '', confidence: null, emotional_tone: null, heard: null, saved_at: '',
  spoken_at: new Date(Date.UTC(2026, 10, 22, 9, 0, second)).toISOString(),
});
const started = '2026-11-22T09:00:00Z';

describe('turnsIn', () => {
  it('gives each message the time until the next', () => {
    expect(turnsIn([said('user', 2), said('assistant', 5)], started, 20)).toEqual([
      { from: 2, until: 5, voice: 'user' },
      { from: 5, until: 20, voice: 'assistant' },
    ]);
  });

  it('leaves out what was said outside of the recording', () => {
    expect(turnsIn([said('user', 2), said('assistant', 50)], started, 20)).toEqual([{ from: 2, until: 20, voice: 'user' }]);
  });

  it('says nothing when it is not known when the recording began', () => {
    expect(turnsIn([said('user', 2)], null, 20)).toEqual([]);
  });
});
