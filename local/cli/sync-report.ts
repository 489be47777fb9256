import type { EntryView } from '../../src/app/rpc';
import type { DataTab } from './data-tabs';
import type { SyncResult } from './run-sync';

/** What `npm run sync` tells: the object of `--json`. */
export interface SyncReport {
  readonly tabs: readonly TabReport[];
  /** One entry a stream, of this call alone. */
  readonly runs: readonly RunReport[];
  /** How often the sync called each `Service.method`. */
  readonly calls: Readonly<Record<string, number>>;
  readonly executions: number;
  /** ISO 8601, UTC, on the virtual clock. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** Virtual time from start to end, waits included. */
  readonly virtualMs: number;
  /** What went wrong beside the streams. */
  readonly error?: string;
}

export interface TabReport {
  readonly name: string;
  readonly connection: string;
  readonly stream: string;
  /** Rows without the header. */
  readonly rows: number;
  /** The headers. */
  readonly columns: readonly string[];
  /** How many cells hold a formula. */
  readonly formulas: number;
}

export type RunReport = Omit<EntryView, 'startedAt' | 'duration' | 'run' | 'title'>;

/** The report of a sync between two instants (milliseconds since 1970). */
export function toReport(result: SyncResult, tabs: readonly DataTab[], startedAt: number, endedAt: number): SyncReport {
  // A connection is known here by its connector, which has only one.
  const nameOf = (connection: string): string => result.connectors.get(connection) ?? connection;
  return {
    tabs: tabs.map((tab) => toTabReport(tab, nameOf(tab.connection))),
    runs: result.entries.map((entry) => toRunReport(entry, nameOf(entry.connection))),
    calls: result.calls,
    executions: result.executions,
    ...times(startedAt, endedAt),
    ...(result.error === null ? {} : { error: result.error }),
  };
}

/** The report of a call that did not get as far as a sync. */
export function toFailure(error: string, at: number): SyncReport {
  return { tabs: [], runs: [], calls: {}, executions: 0, ...times(at, at), error };
}

/** Whether everything that the account has is in its tab. */
export function isSuccess({ runs, error }: SyncReport): boolean {
  return error === undefined && runs.every(({ status }) => status === 'finished' || status === 'unavailable');
}

function toTabReport({ tab, stream }: DataTab, connection: string): TabReport {
  const { grid } = tab;
  const columns = Array.from({ length: grid.contentColumns() }, (_, column) => String(grid.valueAt(0, column)));
  const formulas = grid.rows.reduce((sum, row) => sum + (row?.formulas?.size ?? 0), 0);
  return { name: tab.name, connection, stream, rows: Math.max(0, grid.contentRows() - 1), columns, formulas };
}

function toRunReport(entry: EntryView, connection: string): RunReport {
  const { stream, status, read, inserted, updated, removed, requests, message } = entry;
  return { connection, stream, status, read, inserted, updated, removed, requests, message };
}

function times(startedAt: number, endedAt: number): Pick<SyncReport, 'startedAt' | 'endedAt' | 'virtualMs'> {
  // Costs by the cell make fractions of a millisecond.
  const [start, end] = [Math.round(startedAt), Math.round(endedAt)];
  return {
    startedAt: new Date(start).toISOString(),
    endedAt: new Date(end).toISOString(),
    virtualMs: end - start,
  };
}
