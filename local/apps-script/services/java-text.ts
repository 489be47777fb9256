import { types } from 'node:util';
import { isEnumValue } from '../enumeration';
import { classOf } from '../exposed';
import { toWall } from '../wall-time';

/**
 * A value as Java prints what a script hands to it: `5.0`, `{a=1.0}`, `[1.0, x]`, `Fri Oct 02 10:30:00 GMT+02:00 2026`.
 * Logger prints so, and a cell that is given an object shows it (not documented; seen in execution logs).
 */
export function javaText(value: unknown, timeZone: string): string {
  if (typeof value === 'number') return javaNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const name = isEnumValue(value) ? value.name() : classOf(value);
  if (name !== undefined) return name;
  if (types.isDate(value)) return javaDate(value.getTime(), timeZone);
  if (Array.isArray(value)) return `[${value.map((item) => javaText(item, timeZone)).join(', ')}]`;
  if (types.isNativeError(value)) return String(value);
  const entries = Object.entries(value).map(([key, item]) => `${key}=${javaText(item, timeZone)}`);
  return `{${entries.join(', ')}}`;
}

function javaNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || (size !== 0 && (size < 1e-3 || size >= 1e7))) {
    const text = value.toExponential().replace('e+', 'E').replace('e', 'E');
    return Number.isFinite(value) ? text.replace(/^(-?\d)E/, '$1.0E') : String(value);
  }
  return Number.isInteger(value) ? `${String(value)}.0` : String(value);
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function javaDate(instant: number, timeZone: string): string {
  if (Number.isNaN(instant)) return 'Invalid Date';
  const wall = new Date(toWall(instant, timeZone));
  const [, clock = ''] = /T(.{8})/.exec(wall.toISOString()) ?? [];
  const minutes = Math.round((wall.getTime() - instant) / 60_000);
  const two = (number: number): string => String(Math.abs(number)).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
  const day = `${DAYS[wall.getUTCDay()] ?? ''} ${MONTHS[wall.getUTCMonth()] ?? ''} ${two(wall.getUTCDate())}`;
  return `${day} ${clock} GMT${offset} ${String(wall.getUTCFullYear())}`;
}
