import type { Language } from './language.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "en" alone would write times and dates as in America: as the browser has it, else as in Europe. */
export function region(language: Language, wishes: readonly string[] = navigator.languages): string {
  const own = wishes.find((wish) => wish.toLowerCase().startsWith(`${language}-`));
  return own ?? { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[language];
}

export function clockTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(region(language), { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

export function fullTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(region(language), { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso));
}

/** "today", "yesterday", or the date. */
export function dayName(iso: string, language: Language, now: Date = new Date()): string {
  const then = new Date(iso);
  const days = Math.round((startOfDay(then) - startOfDay(now)) / DAY);
  if (days > -2 && days <= 0) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  const sameYear = then.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(region(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(then);
}

/** "Thu 19.11. 14:00": a moment to come, that has to be exact. */
export function dayAndTime(iso: string, language: Language): string {
  const day = new Intl.DateTimeFormat(region(language), { weekday: 'short', day: 'numeric', month: 'numeric' });
  return `${day.format(new Date(iso))} ${clockTime(iso, language)}`;
}

/** Short and rough, for lists: "now", "5 min. ago", "yesterday", "12.11." */
export function ago(iso: string, language: Language, now: Date = new Date()): string {
  const passed = now.getTime() - new Date(iso).getTime();
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  if (passed < MINUTE) return relative.format(0, 'second');
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
  if (startOfDay(new Date(iso)) === startOfDay(now)) return clockTime(iso, language);
  return dayName(iso, language, now);
}

/** How long something has lasted: "4 min", "2 h", "3 d". */
export function lasted(iso: string, language: Language, now: Date = new Date()): string {
  const passed = Math.max(0, now.getTime() - new Date(iso).getTime());
  if (passed < HOUR) return unit(Math.floor(passed / MINUTE), 'minute', language);
  if (passed < 2 * DAY) return unit(Math.floor(passed / HOUR), 'hour', language);
  return unit(Math.floor(passed / DAY), 'day', language);
}

function unit(amount: number, name: string, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(amount);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
