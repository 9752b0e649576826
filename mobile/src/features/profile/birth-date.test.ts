import { isFull, readBirthDate, typedDate } from './birth-date';

const now = '2026-11-22';
const read = (day: string, month: string, year: string) => readBirthDate({ day, month, year }, now);

describe('readBirthDate', () => {
  it('takes a real day', () => {
    expect(read('14', '8', '1998')).toEqual({ date: '1998-08-14' });
    expect(read('01', '01', '2000')).toEqual({ date: '2000-01-01' });
    expect(read('29', '2', '2024')).toEqual({ date: '2024-02-29' });
  });

  it.each([
    ['31', '4', '1990', 'day'],
    ['29', '2', '2023', 'day'],
    ['29', '2', '1900', 'day'],
    ['0', '5', '1990', 'day'],
    ['5', '13', '1990', 'month'],
    ['5', '0', '1990', 'month'],
    ['5', '5', '98', 'short-year'],
    ['5', '5', '0998', 'year'],
    ['23', '11', '2026', 'future'],
    ['', '5', '1990', 'missing'],
    ['5', '5', '', 'missing'],
  ] as const)('refuses %s/%s/%s: %s', (day, month, year, trouble) => {
    expect(read(day, month, year)).toEqual({ trouble });
  });

  it('takes today itself', () => {
    expect(read('22', '11', '2026')).toEqual({ date: now });
  });

  it('reads back what it wrote', () => {
    expect(readBirthDate(typedDate('1979-09-21'), now)).toEqual({ date: '1979-09-21' });
  });
});

describe('isFull', () => {
  it('moves on as soon as no digit can follow', () => {
    expect(isFull('day', '4')).toBe(true);
    expect(isFull('day', '3')).toBe(false);
    expect(isFull('day', '31')).toBe(true);
    expect(isFull('month', '1')).toBe(false);
    expect(isFull('month', '2')).toBe(true);
    expect(isFull('year', '199')).toBe(false);
    expect(isFull('year', '1998')).toBe(true);
  });
});
