import { asLocalDate, type CalendarDate } from '../dates/calendar-date';
import { type Language } from './language';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** `Chủ Nhật, 22 tháng 11`. */
export function formatWeekday(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long' }).format(date);
}

/** `22 tháng 11, 2026`. */
export function formatDate(date: CalendarDate | Date, language: Language): string {
  const moment = typeof date === 'string' ? asLocalDate(date) : date;
  return new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric' }).format(moment);
}

/** `14:05`. */
export function formatTime(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit' }).format(moment);
}

/** `22 tháng 11, 14:05`, with the year when it is another one. The day first, in both languages. */
export function formatMoment(moment: Date, language: Language, now: Date = new Date()): string {
  const year = moment.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  const day = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', ...year }).format(moment);
  return `${day}, ${formatTime(moment, language)}`;
}
