const DAY = 86_400_000;
const HALF_HOUR = 1_800_000;
/** 1899-12-30, day 0 of a spreadsheet (developers.google.com, Sheets API, DateTimeRenderOption). */
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial number, in days since 1899-12-30, that an instant (milliseconds since 1970) shows in a time zone. */
export function toSerial(instant: number, timeZone: string): number {
  return (instant + offsetAt(instant, timeZone) - EPOCH) / DAY;
}

/** The instant, in milliseconds since 1970, at which the clocks of a time zone show a serial number, to the millisecond. */
export function toInstant(serial: number, timeZone: string): number {
  const local = Math.round(serial * DAY) + EPOCH;
  const guess = local - offsetAt(local, timeZone);
  const instant = local - offsetAt(guess, timeZone);
  // In the hour that the clocks skip, no instant fits: both guesses are off by one offset, and the later one is Java's.
  return offsetAt(instant, timeZone) === local - instant ? instant : Math.max(guess, instant);
}

const clocks = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** How far a zone is ahead of UTC, in milliseconds; asked of Intl once per zone and half hour, as no zone changes between. */
function offsetAt(instant: number, timeZone: string): number {
  let known = offsets.get(timeZone);
  if (!known) offsets.set(timeZone, (known = new Map<number, number>()));
  const slot = Math.floor(instant / HALF_HOUR);
  let offset = known.get(slot);
  if (offset === undefined) known.set(slot, (offset = readOffset(slot * HALF_HOUR, timeZone)));
  return offset;
}

function readOffset(instant: number, timeZone: string): number {
  const fixed = fixedOffset(timeZone);
  if (fixed !== null) return fixed;
  let clock = clocks.get(timeZone);
  if (!clock) clocks.set(timeZone, (clock = makeClock(timeZone)));
  const parts: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour % 24, minute, second) - instant;
}

/** The milliseconds of a zone such as `GMT+2`, `GMT+0200` or `GMT+02:00`, which Java knows; null for any other name. */
export function fixedOffset(timeZone: string): number | null {
  const [, sign, hours, minutes = '0'] = /^GMT([+-])(\d{1,2})(?::?(\d\d))?$/.exec(timeZone) ?? [];
  if (hours === undefined) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 2 + Number(minutes) / 30) * HALF_HOUR;
}

function makeClock(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
