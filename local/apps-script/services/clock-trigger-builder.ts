import type { Faithful } from '../faithful';
import { COSTS, type Host } from '../host';
import type { Schedule } from '../schedule';
import { fromWall, isTimeZone } from '../wall-time';
import type { Install } from './trigger-builder';

type Method = keyof GoogleAppsScript.Script.ClockTriggerBuilder;

interface Every {
  readonly unit: 'minutes' | 'hours' | 'days' | 'weeks';
  readonly n: number;
}

/** What a builder was told so far. */
interface Wish {
  once?: number;
  atDate?: readonly [number, number, number];
  every?: Every;
  hour?: number;
  nearMinute?: number;
  weekDay?: string;
  monthDay?: number;
  timeZone: string;
}

/** ScriptApp.newTrigger(...).timeBased(); `chance` picks the minute that Google picks at random. */
export function createClockTriggerBuilder(host: Host, chance: number, install: Install): object {
  const wish: Wish = { timeZone: host.timeZone };
  const set = (part: Partial<Wish>): typeof builder => {
    Object.assign(wish, part);
    return builder;
  };
  const within = (name: string, value: number, low: number, high: number): number =>
    Number.isInteger(value) && value >= low && value <= high
      ? value
      : host.fail(
          `The value you passed to ${name} was invalid. It must be between ${String(low)} and ${String(high)}.`,
        );
  const builder: Faithful<GoogleAppsScript.Script.ClockTriggerBuilder, Method> = {
    after: (ms: number) => set({ once: host.now() + within('after', Math.round(ms), 0, Number.MAX_SAFE_INTEGER) }),
    at: (date: { getTime(): number }) => set({ once: future(host, date.getTime()) }),
    atDate: (year: number, month: number, day: number) => set({ atDate: [year, month, day] }),
    atHour: (hour: number) => set({ hour: within('atHour', hour, 0, 23) }),
    nearMinute: (minute: number) => set({ nearMinute: within('nearMinute', minute, 0, 59) }),
    everyMinutes(n: number) {
      if (![1, 5, 10, 15, 30].includes(n)) {
        host.fail('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
      }
      return set({ every: { unit: 'minutes', n } });
    },
    everyHours: (n: number) => set({ every: { unit: 'hours', n: within('everyHours', n, 1, 24) } }),
    everyDays: (n: number) => set({ every: { unit: 'days', n: within('everyDays', n, 1, 31) } }),
    everyWeeks: (n: number) => set({ every: { unit: 'weeks', n: within('everyWeeks', n, 1, 52) } }),
    onWeekDay: (day: unknown) => set({ weekDay: String(day) }),
    onMonthDay: (day: number) => set({ monthDay: within('onMonthDay', day, 1, 31) }),
    inTimezone: (timeZone: string) =>
      set({
        timeZone: isTimeZone(timeZone) ? timeZone : host.fail(`Invalid argument: timezone. Should be of type: String`),
      }),
    create: () => install('CLOCK', toSchedule(host, wish, chance), null),
  };
  return host.expose('ClockTriggerBuilder', builder, { cost: { create: COSTS.service } });
}

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

function future(host: Host, at: number): number {
  return at > host.now() ? at : host.fail('The chosen time is in the past.');
}

function toSchedule(host: Host, wish: Wish, chance: number): Schedule {
  const { every, timeZone } = wish;
  const near = wish.nearMinute;
  const minute = near === undefined ? (chance * 37 + 11) % 60 : near - 15 + ((chance * 7) % 31);
  const time = { hour: wish.hour ?? (chance * 5 + 3) % 24, minute, timeZone };
  if (wish.once !== undefined) return { kind: 'once', at: wish.once };
  if (wish.atDate) {
    const [year, month, day] = wish.atDate;
    const midnight = fromWall(Date.UTC(year, month - 1, day), timeZone);
    return { kind: 'once', at: future(host, midnight + ((chance * 7) % 16) * 60_000) };
  }
  if (wish.monthDay !== undefined) return { kind: 'monthDay', day: wish.monthDay, ...time };
  if (wish.weekDay !== undefined || every?.unit === 'weeks') {
    const weekDay = WEEK.indexOf(wish.weekDay ?? 'MONDAY') + 1;
    return { kind: 'weeks', every: every?.unit === 'weeks' ? every.n : 1, weekDay, ...time };
  }
  if (every?.unit === 'minutes' || every?.unit === 'hours')
    return { kind: every.unit, every: every.n, minute: (minute + 60) % 60 };
  if (every) return { kind: 'days', every: every.n, ...time };
  return host.fail('The recurrence interval on the clock trigger must be specified.');
}
