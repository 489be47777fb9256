import type { Label, Stream } from '../connectors/connector';
import { StaleError } from '../core/errors';
import type { Counts, Row, Value, Words } from '../core/model';
import type { Table } from '../destinations/destination';
import { adviceOf } from './advice-of';
import type { Engine } from './engine';
import { endWalk, type Job } from './job';
import { mustEnd } from './must-end';
import { addRows } from './tally';
import { readWalk, writeWalk, type WalkResult } from './run-state';

/** No system sends a record again because a name in it has changed elsewhere: every row is looked at this often. */
const WEEK = 7 * 86_400_000;
/** What looking at every row of a large tab may take. */
const LONGEST_RELABEL = 200_000;

/**
 * Makes the labels of each stream that was read equal to the records that they repeat, where a week has passed since or
 * `forced`. Returns when to go on if the run was asked to end or this execution has no time left for it, else null.
 */
export function relabelStreams(engine: Engine, job: Job, forced: boolean): { readonly until: number } | null {
  for (const stream of job.plan.targets) {
    const result = job.done.get(stream.name);
    const table = job.tables.get(stream.name);
    if (!stream.labels || !table || result?.status !== 'finished' || !isDue(engine, job, stream, forced)) continue;
    if (mustEnd(engine, job.state.run, LONGEST_RELABEL)) return { until: engine.clock.now() };
    relabelStream(engine, job, stream, stream.labels, table, result);
  }
  return null;
}

function isDue(engine: Engine, job: Job, { name }: Stream, forced: boolean): boolean {
  const { labelledAt } = readWalk(engine.store, job.connection.id, name);
  if (labelledAt === undefined) return true;
  return labelledAt < job.state.startedAt && (forced || engine.clock.now() - labelledAt >= WEEK);
}

function relabelStream(
  engine: Engine,
  job: Job,
  stream: Stream,
  labels: readonly Label[],
  table: Table,
  result: WalkResult,
): void {
  const walk = readWalk(engine.store, job.connection.id, stream.name);
  try {
    const counts = repeatLabels(job, labels, table);
    if (!counts) {
      endWalk(engine, job, stream.name, { ...result, notes: [...result.notes, nothingToRepeat()] });
      return;
    }
    const tally = addRows(result.tally, stream.name, 0, counts);
    writeWalk(engine.store, job.connection.id, stream.name, { ...walk, labelledAt: engine.clock.now() });
    endWalk(engine, job, stream.name, { ...result, tally });
  } catch (error) {
    engine.log(`labels of ${stream.name}: ${String(error)}`);
    // the rows that were emptied come back with a reading of everything
    if (error instanceof StaleError) writeWalk(engine.store, job.connection.id, stream.name, { ...walk, cursor: null });
    const note = adviceOf(error, (text) => text);
    endWalk(engine, job, stream.name, { ...result, status: 'failed', notes: [note] });
  }
}

function nothingToRepeat(): Words {
  return {
    fr: 'Les noms n’ont pas pu être mis à jour dans les anciennes lignes : les onglets où ils se trouvent ne sont pas synchronisés.',
    en: 'The names in old rows could not be updated: the tabs that hold them are not synced.',
  };
}

/** Null when no tab is there that the labels repeat. */
function repeatLabels(job: Job, labels: readonly Label[], table: Table): Counts | null {
  const records = new Map<string, Records>();
  for (const { stream } of labels) {
    const source = job.tables.get(stream);
    if (source && source.size() > 0 && !records.has(stream))
      records.set(stream, recordsOf(job, stream, labels, source));
  }
  const known = labels.filter(({ stream }) => records.has(stream));
  if (known.length === 0) return null;
  const columns = known.flatMap((label) => [label.by, ...Object.keys(label.columns)]);
  return table.edit([...new Set(columns)], (row) => {
    const change: Record<string, Value> = {};
    for (const { stream, by, columns: labelled } of known) {
      const record = records.get(stream)?.get(String(row[by] ?? ''));
      for (const [here, there] of record ? Object.entries(labelled) : []) {
        const wanted = record?.[there] ?? '';
        if (here in row && String(row[here] ?? '') !== String(wanted)) change[here] = wanted;
      }
    }
    return Object.keys(change).length > 0 ? change : null;
  });
}

/** By key, with the columns that labels repeat. */
type Records = ReadonlyMap<string, Row>;

function recordsOf(job: Job, stream: string, labels: readonly Label[], source: Table): Records {
  const [key = ''] = job.plan.targets.find(({ name }) => name === stream)?.key ?? [];
  const columns = labels.filter((label) => label.stream === stream).flatMap((label) => Object.values(label.columns));
  const records = new Map<string, Row>();
  source.edit([...new Set([key, ...columns])], (row) => {
    records.set(String(row[key] ?? ''), row);
    return null;
  });
  return records;
}
