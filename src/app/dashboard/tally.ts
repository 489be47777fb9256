import type { HistoryRun } from '../rpc';

/** How many days the dashboard looks back, today included. */
export const DAYS = 30;

/** What happened on one day. */
export interface Day {
  /** Runs by how they ended; `other`: stopped by hand, or nothing to read. */
  readonly finished: number;
  readonly failed: number;
  readonly missed: number;
  readonly other: number;
  /** Rows that the runs changed. */
  readonly inserted: number;
  readonly updated: number;
  readonly removed: number;
}

/** How the runs of one connection went. */
export interface Trail {
  /** The share of runs that went well, from 0 to 1, of those that were to; null: there was none. */
  readonly rate: number | null;
  /** When the last run that went well began; null: none did. */
  readonly succeededAt: number | null;
  /** Rows changed on each day, the oldest first. */
  readonly rows: readonly number[];
}

/** The last days, the oldest first. `ageOf`: how many days ago a run began, on the spreadsheet's calendar. */
export function tallyDays(runs: readonly HistoryRun[], ageOf: (run: HistoryRun) => number): readonly Day[] {
  return byDay(runs, ageOf).map((own) => {
    const count = (...statuses: HistoryRun['status'][]): number =>
      own.filter(({ status }) => statuses.includes(status)).length;
    return {
      finished: count('finished'),
      failed: count('failed'),
      missed: count('missed'),
      other: count('stopped', 'paused', 'unavailable'),
      inserted: sum(own, ({ inserted }) => inserted),
      updated: sum(own, ({ updated }) => updated),
      removed: sum(own, ({ removed }) => removed),
    };
  });
}

/** The same days of one connection, whose runs these are. */
export function toTrail(runs: readonly HistoryRun[], ageOf: (run: HistoryRun) => number): Trail {
  const days = byDay(runs, ageOf);
  const counted = days.flat().filter(({ status }) => ['finished', 'failed', 'missed'].includes(status));
  const succeeded = counted.filter(({ status }) => status === 'finished');
  return {
    rate: counted.length === 0 ? null : succeeded.length / counted.length,
    succeededAt: succeeded.length === 0 ? null : Math.max(...succeeded.map(({ startedAt }) => startedAt)),
    rows: days.map((own) => sum(own, ({ inserted, updated, removed }) => inserted + updated + removed)),
  };
}

function byDay(runs: readonly HistoryRun[], ageOf: (run: HistoryRun) => number): readonly (readonly HistoryRun[])[] {
  const days: HistoryRun[][] = Array.from({ length: DAYS }, () => []);
  for (const run of runs) days[DAYS - 1 - ageOf(run)]?.push(run);
  return days;
}

function sum(runs: readonly HistoryRun[], count: (run: HistoryRun) => number): number {
  return runs.reduce((total, run) => total + count(run), 0);
}
