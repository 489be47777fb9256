import { addCounts, NO_COUNTS } from '../core/model';
import type { Engine, Entry } from './engine';
import { endIn, passIn, readJob, readWalk, type JobState, type RunState, type Tally } from './run-state';

/** How a connection of a run stands that is not at work, all its streams in one entry: paused. */
export function underWay(
  { clock, store }: Pick<Engine, 'clock' | 'store'>,
  { startedAt: run }: RunState,
  connection: string,
): Entry {
  const job = readJob(store, connection);
  const startedAt = job?.run === run ? job.startedAt : clock.now();
  const tallies = talliesOf(store.all(), connection, { startedAt });
  const rows = tallies.flatMap((tally) => Object.values(tally.rows));
  const { inserted, updated, removed } = rows.reduce(addCounts, NO_COUNTS);
  return {
    ...{ run, connection, stream: '', title: { fr: '', en: '' }, status: 'paused', startedAt },
    duration: Math.max(startedAt, ...tallies.map(({ endedAt }) => endedAt)) - startedAt,
    read: rows.reduce((sum, { read }) => sum + read, 0),
    ...{ inserted, updated, removed },
    requests: tallies.reduce((sum, { requests }) => sum + requests, 0),
    message: { fr: '', en: '' },
  };
}

/** What a connection's walks have done in the course of a job, by the document's properties. */
export function talliesOf(
  properties: Readonly<Record<string, string>>,
  connection: string,
  job: Pick<JobState, 'startedAt'>,
): readonly Tally[] {
  const store = { get: (name: string) => properties[name] ?? null };
  const prefix = `cursor.${connection}.`;
  const names = Object.keys(properties).filter((name) => name.startsWith(prefix));
  return names.flatMap((name) => {
    const walk = readWalk(store, connection, name.slice(prefix.length));
    return (endIn(walk, job) ?? passIn(walk, job))?.tally ?? [];
  });
}
