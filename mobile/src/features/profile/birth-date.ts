import { calendarDate, type CalendarDate, daysIn, today } from '@/lib/dates/calendar-date';

/** A birth date as it is typed: three lines of digits. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type BirthDateTrouble = 'missing' | 'month' | 'day' | 'year' | 'short-year' | 'future';

export type BirthDate = { readonly date: CalendarDate } | { readonly trouble: BirthDateTrouble };

const earliestYear = 1900;

/** The date that was typed, or the first thing that keeps it from being one. Two-digit years are asked again: 26 may be either century. */
export function readBirthDate({ day, month, year }: TypedDate, now: CalendarDate = today()): BirthDate {
  if (!day || !month || !year) return { trouble: 'missing' };
  if (year.length < 4) return { trouble: 'short-year' };
  const [d, m, y] = [day, month, year].map(Number) as [number, number, number];
  if (y < earliestYear) return { trouble: 'year' };
  if (m < 1 || m > 12) return { trouble: 'month' };
  if (d < 1 || d > daysIn(m, y)) return { trouble: 'day' };
  const date = calendarDate(y, m, d);
  return date > now ? { trouble: 'future' } : { date };
}

export function typedDate(date: CalendarDate): TypedDate {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** Whether no further digit can belong to what was typed, so that the next line may have the cursor. */
export function isFull(part: keyof TypedDate, text: string): boolean {
  if (part === 'year') return text.length >= 4;
  const onlyOne = part === 'day' ? /^[4-9]$/ : /^[2-9]$/;
  return text.length >= 2 || onlyOne.test(text);
}
