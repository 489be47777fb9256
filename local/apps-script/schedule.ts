import { fromWall, toWall } from './wall-time';

/**
 * When a clock trigger fires (developers.google.com, ClockTriggerBuilder). Where Google picks a minute at random and
 * keeps it from day to day, the trigger carries the picked one, so that every run of a test sees the same.
 */
export type Schedule =
  | { readonly kind: 'once'; readonly at: number }
  | { readonly kind: 'minutes' | 'hours'; readonly every: number; readonly minute: number }
  | ({ readonly kind: 'days'; readonly every: number } & TimeOfDay)
  | ({ readonly kind: 'weeks'; readonly every: number; /** 1 = Monday. */ readonly weekDay: number } & TimeOfDay)
  | ({ readonly kind: 'monthDay'; readonly day: number } & TimeOfDay);

export interface TimeOfDay {
  readonly hour: number;
  /** Minutes after the hour; negative when a near minute was picked before it. */
  readonly minute: number;
  readonly timeZone: string;
}

/** The first firing after an instant for a trigger made then, in milliseconds since 1970; null when there is none. */
export function firstRun(schedule: Schedule, made: number): number | null {
  switch (schedule.kind) {
    case 'once':
      return schedule.at;
    case 'minutes':
      return made + schedule.every * MINUTE;
    case 'hours': {
      const hour = Math.floor(made / HOUR) * HOUR + schedule.minute * MINUTE;
      // When the first of several hours comes is not documented: here the whole interval passes first, within the hour.
      return (hour > made ? hour : hour + HOUR) + (schedule.every - 1) * HOUR;
    }
    case 'days':
      return firstDay(schedule, made, () => true);
    case 'weeks':
      return firstDay(schedule, made, (day) => (new Date(day).getUTCDay() + 6) % 7 === schedule.weekDay - 1);
    case 'monthDay':
      return firstDay(schedule, made, (day) => new Date(day).getUTCDate() === schedule.day);
  }
}

/** The firing after the one at `last`; null when that was the only one. */
export function nextRun(schedule: Schedule, last: number): number | null {
  switch (schedule.kind) {
    case 'once':
      return null;
    case 'minutes':
      return last + schedule.every * MINUTE;
    case 'hours':
      return last + schedule.every * HOUR;
    case 'days':
      return daysLater(schedule, last, schedule.every);
    case 'weeks':
      return daysLater(schedule, last, schedule.every * 7);
    case 'monthDay':
      return firstRun(schedule, last);
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function firstDay(time: TimeOfDay, made: number, matches: (day: number) => boolean): number {
  let day = Math.floor(toWall(made, time.timeZone) / DAY) * DAY;
  for (;;) {
    const at = fromWall(day + time.hour * HOUR + time.minute * MINUTE, time.timeZone);
    if (at > made && matches(day)) return at;
    day += DAY;
  }
}

/** Days are counted on the zone's calendar: the hour on the clock stays when the clocks change. */
function daysLater(time: TimeOfDay, last: number, days: number): number {
  // Half a day of slack: a time that the clocks skipped, or a minute before midnight, still belongs to its own day.
  const shift = time.hour * HOUR + time.minute * MINUTE;
  const day = Math.round((toWall(last, time.timeZone) - shift) / DAY) * DAY;
  return fromWall(day + days * DAY + shift, time.timeZone);
}
