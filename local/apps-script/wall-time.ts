import { toInstant, toSerial } from './spreadsheet/zone';

/** What a zone's clocks show at an instant, as milliseconds since 1970 were the zone UTC. */
export function toWall(instant: number, timeZone: string): number {
  return Math.round(toSerial(instant, timeZone) * DAY) + EPOCH;
}

/** The instant at which a zone's clocks show `wall`; a time that the clocks skip becomes the one after the change. */
export function fromWall(wall: number, timeZone: string): number {
  return toInstant((wall - EPOCH) / DAY, timeZone);
}

/** Whether Intl knows the zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
