import { language, say } from './language';

let zone = 'Europe/Paris';

/** Shows all moments in a time zone from now on: an IANA name. */
export function setTimeZone(name: string): void {
  zone = name;
}

/** An instant, in milliseconds since 1970, as the user says it: «20 nov. à 14:05», with the year when it is not this one. */
export function toMoment(ms: number): string {
  const day = toDay(ms);
  return say({ fr: `${day} à ${toTime(ms)}`, en: `${day} at ${toTime(ms)}` });
}

/** The day of an instant: «20 nov.», with the year when it is not this one. */
export function toDay(ms: number): string {
  return new Intl.DateTimeFormat(locale(), {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    ...(yearOf(ms) === yearOf(Date.now()) ? {} : { year: 'numeric' }),
  }).format(ms);
}

/** The time of day of an instant: «14:05». */
export function toTime(ms: number): string {
  return new Intl.DateTimeFormat(locale(), { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(ms);
}

/** Milliseconds as the user says them, in two units at most: «45 s», «1 min 20 s», «2 h 05 min». */
export function toDuration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min${seconds % 60 ? ` ${seconds % 60} s` : ''}`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** «1 200» in French, «1,200» in English. */
export function toNumber(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

function yearOf(ms: number): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(ms);
}

function locale(): string {
  return language() === 'fr' ? 'fr-FR' : 'en-GB';
}
