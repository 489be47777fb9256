import { toLocale, type Locale } from './locale';
import { isDateFormat, TEXT } from './number-format';
import type { Value } from './row';

/** The text that a cell shows: what Range.getDisplayValues and FORMATTED_VALUE answer. */
export function toDisplay(value: Value, format: string | undefined, localeCode: string): string {
  if (typeof value === 'string') return value;
  const locale = toLocale(localeCode);
  if (typeof value === 'boolean') return (value ? locale.yes : locale.no).at(-1)?.toUpperCase() ?? '';
  if (format === undefined || format === TEXT) return general(value, locale);
  return isDateFormat(format) ? showDate(value, format, locale) : showNumber(value, format, locale);
}

/** A number without a format, to the ten significant digits that fit a cell. */
function general(value: number, { decimal }: Locale): string {
  const size = Math.abs(value);
  const digits =
    size !== 0 && (size < 1e-5 || size >= 1e15)
      ? value.toExponential(5).replace(/\.?0+e/, 'e')
      : String(Number(value.toPrecision(10)));
  return (size >= 1e10 && size < 1e15 ? String(value) : digits).replace('e', 'E').replace('.', decimal);
}

function showNumber(value: number, format: string, { decimal, group }: Locale): string {
  const sections = format.split(';');
  const chosen = value < 0 ? sections[1] : undefined;
  const section = chosen ?? sections[0] ?? '';
  const sign = value < 0 && chosen === undefined ? '-' : '';
  const shape = /[#0?][#0?,.]*(?:E\+?0+)?/i.exec(section);
  if (!shape) return sign + literal(section);
  const size = Math.abs(value) * (section.includes('%') ? 100 : 1);
  const digits = shapeDigits(size, shape[0], decimal, group.at(0) ?? ' ');
  const end = shape.index + shape[0].length;
  return sign + literal(section.slice(0, shape.index)) + digits + literal(section.slice(end));
}

function shapeDigits(size: number, shape: string, decimal: string, group: string): string {
  const [, whole = '', places = '', exponent] = /^([#0?,]*)(?:\.([#0?]*))?(E\+?0+)?$/i.exec(shape) ?? [];
  const required = places.replace(/[#?]/g, '').length;
  if (exponent !== undefined) {
    const [mantissa = '', power = '0'] = size.toExponential(places.length).split('e');
    return `${mantissa.replace('.', decimal)}E${Number(power) < 0 ? '-' : '+'}${power.slice(1).padStart(2, '0')}`;
  }
  const [integer = '0', fraction = ''] = size.toFixed(Math.min(places.length, 20)).split('.');
  const kept = fraction.slice(0, Math.max(required, fraction.replace(/0+$/, '').length));
  const padded = integer.padStart(whole.replace(/[#?,]/g, '').length, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, group) : padded;
  return kept === '' ? grouped : grouped + decimal + kept;
}

function literal(text: string): string {
  return text.replace(
    /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*]./g,
    (_, quoted?: string, escaped?: string, currency?: string) => {
      return quoted ?? escaped ?? currency ?? '';
    },
  );
}

const DATE_PARTS = /"([^"]*)"|\\(.)|\[(h+|m+|s+)\]|(y+|m+|d+|h+|s+)|\.(0+)|(am\/pm|a\/p)/gi;

/** `M` is a month unless it follows hours or precedes seconds, as developers.google.com, "Date and number formats" says. */
function showDate(serial: number, format: string, locale: Locale): string {
  // Halves of a millisecond come from days that have no exact fraction.
  const instant = new Date(Math.round(serial * 86_400_000) + Date.UTC(1899, 11, 30));
  const isHalfDay = /am\/pm|a\/p/i.test(format);
  let last = '';
  return format.replace(
    DATE_PARTS,
    (
      all: string,
      quoted: string,
      escaped: string,
      elapsed: string,
      part: string,
      thousandths: string,
      offset: number,
    ) => {
      if (quoted || escaped) return quoted || escaped;
      if (elapsed) {
        last = elapsed.charAt(0).toLowerCase();
        return showElapsed(serial, elapsed);
      }
      if (thousandths) return `.${String(instant.getUTCMilliseconds()).padStart(3, '0').slice(0, thousandths.length)}`;
      if (!part) return instant.getUTCHours() < 12 ? 'AM' : 'PM';
      const isMinute = /^m/i.test(part) && (last === 'h' || /^[^a-z]*s/i.test(format.slice(offset + all.length)));
      last = part.charAt(0).toLowerCase();
      return showPart(instant, isMinute ? 'minute' : last, part.length, isHalfDay, locale);
    },
  );
}

function showElapsed(serial: number, unit: string): string {
  const per = { h: 24, m: 1440, s: 86_400 }[unit.charAt(0).toLowerCase()] ?? 1;
  return String(Math.floor(serial * per + 1e-9)).padStart(unit.length, '0');
}

function showPart(instant: Date, unit: string, width: number, isHalfDay: boolean, locale: Locale): string {
  const pad = (number: number): string => String(number).padStart(Math.min(width, 2), '0');
  const hours = instant.getUTCHours();
  if (unit === 'y') return width > 2 ? String(instant.getUTCFullYear()) : pad(instant.getUTCFullYear() % 100);
  if (unit === 'minute') return pad(instant.getUTCMinutes());
  if (unit === 'm' && width > 2) return nameOf(locale.months[instant.getUTCMonth()], width, locale);
  if (unit === 'm') return pad(instant.getUTCMonth() + 1);
  if (unit === 'd' && width > 2) return nameOf(locale.days[instant.getUTCDay()], width, locale);
  if (unit === 'd') return pad(instant.getUTCDate());
  if (unit === 'h') return pad(isHalfDay ? hours % 12 || 12 : hours);
  return pad(instant.getUTCSeconds());
}

/** Four letters of a pattern are the name, three its abbreviation. */
function nameOf(names: readonly string[] | undefined, width: number, { capitals }: Locale): string {
  const name = names?.at(width > 3 ? 0 : -1) ?? '';
  return capitals ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
