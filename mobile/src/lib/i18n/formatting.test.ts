import { formatDate, formatMoment, formatWeekday } from './formatting';

const moment = new Date(2026, 10, 22, 9, 5);

describe('dates in words', () => {
  it('name the day first, in both languages', () => {
    expect(formatMoment(moment, 'vi', moment)).toBe('22 tháng 11, 09:05');
    expect(formatMoment(moment, 'en', moment)).toBe('22 November, 09:05');
  });

  it('name the year when it is another one', () => {
    expect(formatMoment(moment, 'en', new Date(2027, 0, 1))).toBe('22 November 2026, 09:05');
  });

  it('do not move a calendar date to another day', () => {
    expect(formatDate('1998-08-14', 'en')).toBe('14 August 1998');
    expect(formatWeekday(moment, 'vi')).toMatch(/^Chủ [Nn]hật, 22 tháng 11$/);
  });
});
