import { fixedOffset } from '../spreadsheet/zone';
import { fromWall, toWall } from '../wall-time';

/** Formats an instant in a zone by a Java SimpleDateFormat pattern; null when the pattern has a letter Java does not know. */
export function formatByPattern(instant: number, timeZone: string, pattern: string): string | null {
  const wall = new Date(toWall(instant, timeZone));
  const offset = wall.getTime() - Math.floor(instant);
  const parts = tokens(pattern).map(({ letter, text }) =>
    letter === '' ? text : formatField(letter, { width: text.length, wall, offset, timeZone, instant }),
  );
  return parts.includes(null) ? null : parts.join('');
}

/** Reads a text by the pattern as SimpleDateFormat does, leniently; null when it does not fit. */
export function parseByPattern(text: string, timeZone: string, pattern: string): number | null {
  const fields: Fields = { y: 1970, M: 1, d: 1, H: 0, m: 0, s: 0, S: 0, pm: null, offset: null };
  let rest = text;
  const list = tokens(pattern);
  for (const [i, token] of list.entries()) {
    if (token.letter === '') {
      if (!rest.startsWith(token.text)) return null;
      rest = rest.slice(token.text.length);
      continue;
    }
    const isAdjacent = (list[i + 1]?.letter ?? '') !== '';
    const taken = readField(token, rest, fields, isAdjacent);
    if (taken === null) return null;
    rest = rest.slice(taken);
  }
  const hour = fields.pm === null ? fields.H : (fields.H % 12) + (fields.pm ? 12 : 0);
  const wall = Date.UTC(fields.y, fields.M - 1, fields.d, hour, fields.m, fields.s, fields.S);
  return fields.offset === null ? fromWall(wall, timeZone) : wall - fields.offset;
}

interface Token {
  /** Empty for literal text. */
  readonly letter: string;
  readonly text: string;
}

interface Fields {
  y: number;
  M: number;
  d: number;
  H: number;
  m: number;
  s: number;
  S: number;
  pm: boolean | null;
  offset: number | null;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MINUTE = 60_000;
const DAY = 86_400_000;

function tokens(pattern: string): Token[] {
  const found = pattern.matchAll(/''|'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g);
  return Array.from(found, ([text, quoted, letter]) => {
    if (text === "''") return { letter: '', text: "'" };
    if (quoted !== undefined) return { letter: '', text: quoted.replace(/''/g, "'") };
    return { letter: letter ?? '', text };
  });
}

/** What a field of a pattern is formatted from. */
interface Moment {
  readonly width: number;
  /** The zone's clock, as if it were UTC. */
  readonly wall: Date;
  readonly offset: number;
  readonly timeZone: string;
  readonly instant: number;
}

function formatField(letter: string, moment: Moment): string | null {
  const number = NUMERIC[letter]?.(moment.wall);
  if (number !== undefined) return String(number).padStart(moment.width, '0');
  return TEXTUAL[letter]?.(moment) ?? null;
}

const NUMERIC: Readonly<Record<string, (wall: Date) => number>> = {
  Y: (wall) => weekOf(wall).year,
  w: (wall) => weekOf(wall).week,
  W: (wall) => Math.floor((wall.getUTCDate() - 1 + ((wall.getUTCDay() - wall.getUTCDate() + 36) % 7)) / 7) + 1,
  F: (wall) => Math.floor((wall.getUTCDate() - 1) / 7) + 1,
  D: (wall) => Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY) + 1,
  d: (wall) => wall.getUTCDate(),
  u: (wall) => wall.getUTCDay() || 7,
  H: (wall) => wall.getUTCHours(),
  k: (wall) => wall.getUTCHours() || 24,
  K: (wall) => wall.getUTCHours() % 12,
  h: (wall) => wall.getUTCHours() % 12 || 12,
  m: (wall) => wall.getUTCMinutes(),
  s: (wall) => wall.getUTCSeconds(),
  S: (wall) => wall.getUTCMilliseconds(),
};

const TEXTUAL: Readonly<Record<string, (moment: Moment) => string | null>> = {
  G: () => 'AD',
  y: ({ wall, width }) =>
    String(width === 2 ? wall.getUTCFullYear() % 100 : wall.getUTCFullYear()).padStart(width, '0'),
  M: ({ wall, width }) => nameOfMonth(wall, width),
  L: ({ wall, width }) => nameOfMonth(wall, width),
  E: ({ wall, width }) => shorten(DAYS[wall.getUTCDay()] ?? '', width),
  a: ({ wall }) => (wall.getUTCHours() < 12 ? 'AM' : 'PM'),
  z: ({ timeZone, instant, width }) => zoneName(timeZone, instant, width >= 4),
  Z: ({ offset }) => formatOffset(offset, ''),
  X: ({ offset, width }) => formatIsoOffset(offset, width),
};

function nameOfMonth(wall: Date, width: number): string {
  const month = wall.getUTCMonth();
  return width < 3 ? String(month + 1).padStart(width, '0') : shorten(MONTHS[month] ?? '', width);
}

function shorten(name: string, width: number): string {
  return width <= 3 ? name.slice(0, 3) : name;
}

/** Weeks as Java counts them for English: they start on Sunday, and week 1 holds 1 January. */
function weekOf(wall: Date): { year: number; week: number } {
  const sunday = wall.getTime() - wall.getUTCDay() * DAY;
  const year = new Date(sunday + 6 * DAY).getUTCFullYear();
  const newYear = new Date(Date.UTC(year, 0, 1));
  const first = newYear.getTime() - newYear.getUTCDay() * DAY;
  return { year, week: Math.floor((sunday - first) / (7 * DAY)) + 1 };
}

function zoneName(timeZone: string, instant: number, isLong: boolean): string {
  const fixed = fixedOffset(timeZone);
  if (fixed !== null) return `GMT${formatOffset(fixed, ':')}`;
  const style = isLong ? 'long' : 'short';
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: style }).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  // Intl says GMT+1 where Java has the letters that Central Europe uses.
  if (isLong || !CENTRAL.has(timeZone)) return name;
  return name === 'GMT+2' ? 'CEST' : 'CET';
}

const CENTRAL = new Set([
  'Europe/Paris',
  'Europe/Berlin',
  'Europe/Madrid',
  'Europe/Rome',
  'Europe/Brussels',
  'Europe/Amsterdam',
  'Europe/Zurich',
  'Europe/Vienna',
  'Europe/Luxembourg',
]);

function formatOffset(offset: number, separator: string): string {
  const minutes = Math.abs(Math.round(offset / MINUTE));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

function formatIsoOffset(offset: number, width: number): string | null {
  if (width > 3) return null;
  if (offset === 0) return 'Z';
  return width === 1 ? formatOffset(offset, '').slice(0, 3) : formatOffset(offset, width === 3 ? ':' : '');
}

/** How many characters the field took; null when it does not fit. */
function readField({ letter, text }: Token, rest: string, fields: Fields, isAdjacent: boolean): number | null {
  if (letter === 'M' && text.length >= 3) return readName(MONTHS, rest, (index) => (fields.M = index + 1));
  if (letter === 'E') return readName(DAYS, rest, () => undefined);
  if (letter === 'a') return readName(['AM', 'PM'], rest, (index) => (fields.pm = index === 1));
  if (letter === 'X' || letter === 'Z' || letter === 'z') return readOffset(rest, fields);
  const key = NUMBERS[letter];
  const digits = (isAdjacent ? new RegExp(`^\\d{${String(text.length)}}`) : /^\s*\d+/).exec(rest)?.[0];
  if (key === undefined || digits === undefined) return null;
  const value = Number(digits);
  // Two digits of a year mean the century around now, as with Java's 80 years back.
  fields[key] = letter === 'y' && text.length <= 2 && digits.length <= 2 ? value + (value < 50 ? 2000 : 1900) : value;
  if ((letter === 'h' || letter === 'K') && fields.pm === null) fields.H = value % 12;
  return digits.length;
}

const NUMBERS: Readonly<Record<string, 'y' | 'M' | 'd' | 'H' | 'm' | 's' | 'S'>> = {
  ...{ y: 'y', M: 'M', d: 'd', H: 'H', k: 'H', h: 'H', K: 'H', m: 'm', s: 's', S: 'S' },
};

function readName(names: readonly string[], rest: string, found: (index: number) => void): number | null {
  const lower = rest.toLowerCase();
  for (const [index, name] of names.entries()) {
    const length = [name.length, 3].find((size) => lower.startsWith(name.slice(0, size).toLowerCase()));
    if (length === undefined) continue;
    found(index);
    return Math.min(length, name.length);
  }
  return null;
}

function readOffset(rest: string, fields: Fields): number | null {
  const match = /^(?:Z|UTC|GMT|(?:GMT)?([+-])(\d\d):?(\d\d)?)/.exec(rest);
  if (!match) return null;
  const [all, sign, hours = '0', minutes = '0'] = match;
  fields.offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return all.length;
}
