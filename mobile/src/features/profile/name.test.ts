import { callName, nameTrouble } from './name';

describe('nameTrouble', () => {
  it('takes Vietnamese and other Latin names', () => {
    expect(['Ngô Thị Đào', 'H’Hen Niê', 'Ý', 'Jean-Luc'].map(nameTrouble)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('asks again for nothing, and for what has no letter', () => {
    expect([nameTrouble('   '), nameTrouble('123'), nameTrouble('명수')]).toEqual(['missing', 'letters', 'letters']);
  });
});

describe('callName', () => {
  it('is the end of the name', () => {
    expect(callName('Nguyễn Trần Minh Anh')).toBe('Minh Anh');
    expect(callName('Đào')).toBe('Đào');
  });
});
