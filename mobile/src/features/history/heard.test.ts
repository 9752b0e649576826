import { splitHeard } from './heard';

describe('splitHeard', () => {
  it('takes an answer that was not interrupted whole', () => {
    expect(splitHeard('Là số 5.', null)).toEqual({ heard: 'Là số 5.', unheard: '' });
  });

  it('cuts where the person spoke', () => {
    expect(splitHeard('Là số 5, con số của tự do.', 'Là số 5,')).toEqual({ heard: 'Là số 5,', unheard: ' con số của tự do.' });
  });

  it('marks everything when nothing was heard', () => {
    expect(splitHeard('Là số 5.', '')).toEqual({ heard: '', unheard: 'Là số 5.' });
  });

  it('does not guess when what was heard is put differently', () => {
    expect(splitHeard('Là số 5.', 'là số năm')).toEqual({ heard: 'Là số 5.', unheard: '' });
  });
});
