import { fixedOffset, toInstant, toSerial } from './spreadsheet/zone';

/** What a zone's clocks show at an instant, as milliseconds since 1970 were the zone UTC. */
export function toWall(instant: number, timeZone: string): number {
  return Math.round(toSerial(instant, timeZone) * DAY) + EPOCH;
}

/** The instant at which a zone's clocks show `wall`; a time that the clocks skip becomes the one after the change. */
export function fromWall(wall: number, timeZone: string): number {
  return toInstant((wall - EPOCH) / DAY, timeZone);
}

/** Whether a zone is known: one of Intl's names, or a distance from GMT as in `GMT+2`. */
export function isTimeZone(name: string): boolean {
  if (fixedOffset(name) !== null) return true;
  let known = zones.get(name);
  if (known === undefined) zones.set(name, (known = isKnownToIntl(name)));
  return known;
}

const zones = new Map<string, boolean>();

function isKnownToIntl(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
