/**
 * When a connection is synced by itself: dates and hours of the spreadsheet's wall clock, so that the days on which clocks
 * change have their run as all others.
 */
export interface Schedule extends Rhythm {
  /**
   * The date of the next run, `YYYY-MM-DD`, or with its hour, `YYYY-MM-DDTHH`, where it is hourly; one that has passed is made up
   * for within the hour.
   */
  readonly next: string;
  /** Its runs are switched off; the rhythm is remembered. */
  readonly paused?: boolean;
}

export interface Rhythm {
  readonly every: 'hour' | 'day' | 'twoDays' | 'week' | 'month';
  /** From 0 to 23: the run begins within that hour; says nothing where it is hourly. */
  readonly hour: number;
  /** Of a week, from 1 (Monday) to 7; of a month, from 1 to 31, where shorter months have their last day instead. */
  readonly day?: number;
}

/** Whether its date and hour have come and its runs are not switched off. `local` is the wall clock in milliseconds: UTC plus the spreadsheet's offset. */
export function isDue(schedule: Schedule, local: number): boolean {
  return schedule.paused !== true && local >= dueAt(schedule);
}

/** When the next run is due, on the same wall clock. */
export function dueAt({ next, hour }: Schedule): number {
  return next.includes('T') ? Date.parse(`${next}:00Z`) : Date.parse(next) + hour * HOUR;
}

/** The schedule whose next run is the first of its series after `local`, however many were missed. */
export function advance(schedule: Schedule, local: number): Schedule {
  return advanceBy(schedule, local).schedule;
}

/** The same, with how many runs of the series have been due until `local`. */
export function advanceBy(schedule: Schedule, local: number): { readonly schedule: Schedule; readonly count: number } {
  if (schedule.every === 'hour') {
    const count = Math.max(0, Math.floor((local - dueAt(schedule)) / HOUR) + 1);
    return { schedule: { ...schedule, next: toHour(dueAt(schedule) + count * HOUR) }, count };
  }
  let [last, count] = [schedule, 0];
  for (; local >= dueAt(last); count += 1) last = { ...last, next: following(last, last.next) };
  return { schedule: last, count };
}

/** The series of a rhythm that begins after `local`: an hour that has begun is left to the next date. */
export function beginSchedule(rhythm: Rhythm, local: number): Schedule {
  return advance({ ...rhythm, next: candidate(rhythm, local) }, local);
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEP = { hour: HOUR, day: DAY, twoDays: 2 * DAY, week: 7 * DAY };

function following({ every, day }: Rhythm, date: string): string {
  if (every !== 'month') return toDate(Date.parse(date) + STEP[every]);
  const last = new Date(date);
  return inMonth(last.getUTCFullYear(), last.getUTCMonth() + 1, day ?? last.getUTCDate());
}

/** This hour, or a date of the rhythm in this week or month; of each day or every second one, the first whose hour is to come. */
function candidate({ every, hour, day = 1 }: Rhythm, local: number): string {
  const today = new Date(local);
  if (every === 'hour') return toHour(local);
  if (every === 'month') return inMonth(today.getUTCFullYear(), today.getUTCMonth(), day);
  if (every === 'week') return toDate(local + ((day - today.getUTCDay() + 7) % 7) * DAY);
  return toDate(local - hour * HOUR + DAY);
}

/** `month` counts from 0, and past 11 into the next year. */
function inMonth(year: number, month: number, day: number): string {
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return toDate(Date.UTC(year, month, Math.min(day, length)));
}

function toDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function toHour(ms: number): string {
  return new Date(ms).toISOString().slice(0, 13);
}
