import type { Entry } from './entry';
import type { Locale } from './locale';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * What a typed date, time or both become: a serial number with the format that fits the writing; null when the text is
 * none. The order of day and month is the locale's; year first is understood everywhere. A date and time joined by `T`
 * (ISO 8601) stays text, as Sheets does not know it.
 */
export function toDateEntry(typed: string, locale: Locale, thisYear: number): Entry | null {
  const [, date = '', , clock] = /^(.*?)(\s+|^)(\d{1,3}:\d{1,2}(?::\d{1,2}(?:\.\d{1,3})?)?(?:\s*[ap]m)?)$/i.exec(
    typed,
  ) ?? ['', typed];
  const time = clock === undefined ? 0 : toTime(clock);
  if (time === null) return null;
  if (date === '')
    return clock === undefined ? null : { kind: 'value', value: time, numberFormat: timeFormat(clock, locale) };
  const day = toDay(date, locale, thisYear);
  if (!day) return null;
  if (clock === undefined) return { kind: 'value', value: day.serial, numberFormat: day.format };
  const numberFormat = day.format === 'yyyy-mm-dd' ? 'yyyy-mm-dd hh:mm:ss' : locale.dateTime;
  return { kind: 'value', value: day.serial + time, numberFormat };
}

interface Day {
  readonly serial: number;
  readonly format: string;
}

function toDay(date: string, locale: Locale, thisYear: number): Day | null {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(date);
  if (iso) {
    const format = iso[3] === undefined ? 'yyyy-mm' : 'yyyy-mm-dd';
    return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1), format);
  }
  // A point parts a date only where it parts no decimals.
  const mark = locale.decimal === ',' ? '[-/.]' : '[-/]';
  const short = new RegExp(`^(\\d{1,2})(${mark})(\\d{1,2})(?:\\2(\\d{4}|\\d{1,2}))?$`).exec(date);
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[3])];
    const shortest = locale.monthFirst ? 'm/d' : 'd/m';
    const [month, day] = locale.monthFirst ? [first, second] : [second, first];
    return dayOf(toYear(short[4], thisYear), month, day, short[4] === undefined ? shortest : locale.date);
  }
  return toNamedDay(date, locale, thisYear);
}

/** `2 Feb 2026`, `Feb 2, 2026`, `2 février`, `février 2026`, in the locale's language. */
function toNamedDay(date: string, locale: Locale, thisYear: number): Day | null {
  const all = date.toLowerCase().split(/[\s,-]+/);
  const words = locale.days.some((names) => names.includes(all[0] ?? '')) ? all.slice(1) : all;
  const monthAt = words.findIndex((word) => locale.months.some((names) => names.includes(word)));
  if (monthAt < 0 || words.length > 3) return null;
  const month = locale.months.findIndex((names) => names.includes(words[monthAt] ?? '')) + 1;
  const numbers = words.filter((_, i) => i !== monthAt);
  if (numbers.length === 0 || !numbers.every((word) => /^\d{1,4}$/.test(word))) return null;
  const [first = '', second] = numbers;
  if (first.length > 2) return second === undefined ? dayOf(Number(first), month, 1, 'mmmm yyyy') : null;
  return dayOf(toYear(second, thisYear), month, Number(first), locale.date);
}

function toYear(text: string | undefined, thisYear: number): number {
  if (text === undefined) return thisYear;
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 30 ? 2000 : 1900);
}

function dayOf(year: number, month: number, day: number, format: string): Day | null {
  const instant = new Date(Date.UTC(year, month - 1, day));
  if (instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day || year < 1000) return null;
  return { serial: Math.round((instant.getTime() - EPOCH) / DAY), format };
}

/** A time of day is shown as it was written; from 24 hours on it is a duration. */
function timeFormat(clock: string, { hour }: Locale): string {
  if (Number(clock.split(':')[0]) > 23) return '[h]:mm:ss';
  const isHalfDay = /[ap]m$/i.test(clock);
  const seconds = clock.split(':').length > 2 ? ':ss' : '';
  return `${isHalfDay ? 'h' : hour}:mm${seconds}${isHalfDay ? ' am/pm' : ''}`;
}

function toTime(clock: string): number | null {
  const [, hours = '', minutes = '', seconds = '0', half] =
    /^(\d{1,3}):(\d{1,2})(?::(\d{1,2}(?:\.\d{1,3})?))?\s*([ap]m)?$/i.exec(clock) ?? [];
  if (hours === '' || Number(minutes) > 59 || Number(seconds) >= 60) return null;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
