import type { HistoryRun } from '../src/app/rpc';

/** How many milliseconds a run began after its schedule wanted it; 0: in its hour, or not by a schedule, or not at all. */
export function lateBy({ cause, startedAt, status }: Pick<HistoryRun, 'cause' | 'startedAt' | 'status'>): number {
  if (cause?.kind !== 'schedule' || status === 'missed') return 0;
  const late = startedAt - cause.due;
  return late > PUNCTUAL_MS ? late : 0;
}

/** Google calls Sync every hour, and a little later than that at times. */
const PUNCTUAL_MS = 65 * 60_000;
