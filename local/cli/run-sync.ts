import type { ConnectionView, Draft, EntryView, Result } from '../../src/app/rpc';
import type { Machine } from '../apps-script/machine';
import type { Outcome } from '../apps-script/outcome';
import type { Project } from '../apps-script/project';
import { finishRun } from './finish-run';

/** How a sync went, over all its executions. */
export interface SyncResult {
  /** The connector of each connection, by the connection's id. */
  readonly connectors: ReadonlyMap<string, string>;
  /** One entry a stream. */
  readonly entries: readonly EntryView[];
  /** How often each `Service.method` was called. */
  readonly calls: Readonly<Record<string, number>>;
  readonly executions: number;
  /** Why it did not come to an end; null when it did. */
  readonly error: string | null;
  /** A setting that the connector needs was not given. */
  readonly lacksSetting: boolean;
}

/** What the user asked of a connector: what stays out of it is as it was stored, but for the streams. */
export interface Wanted extends Pick<Draft, 'connector' | 'settings' | 'tabs'> {
  readonly streams: readonly string[];
  readonly spreadsheet?: string | undefined;
  readonly relabel?: boolean;
}

/**
 * Saves the connector's one connection through the bundle, then syncs it to the end. Settings that are not given stay as
 * they are stored. `wait` is told each pause of the run, in milliseconds. Throws when a function of the bundle throws that
 * should not.
 */
export function runSync(
  machine: Machine,
  project: Project,
  wanted: Wanted,
  wait: (ms: number) => void = () => undefined,
): SyncResult {
  const old = listConnections(machine, project).find(({ connector }) => connector === wanted.connector);
  const draft: Draft = {
    ...(old ? { id: old.id } : {}),
    connector: wanted.connector,
    settings: { ...old?.settings, ...wanted.settings },
    streams: wanted.streams,
    ...(wanted.spreadsheet === undefined ? {} : { spreadsheet: wanted.spreadsheet }),
    tabs: { ...old?.tabs, ...wanted.tabs },
  };
  const saved = call<ConnectionView>(machine, project, 'saveConnection', draft);
  const connectors = new Map(listConnections(machine, project).map(({ id, connector }) => [id, connector]));
  if (!saved.ok) {
    const lacksSetting = saved.field !== undefined && wanted.settings[saved.field] === undefined;
    const { advice: error } = saved;
    return { connectors, entries: [notRun(wanted.connector, error)], calls: {}, executions: 0, error, lacksSetting };
  }
  machine.resetCalls();
  const first = machine.executions.length;
  const words = [[saved.value.id], { relabel: wanted.relabel === true }];
  const run = finishRun(machine, machine.run(project, 'runNow', words), wait);
  const executions = machine.executions.length - first;
  return { ...run, connectors, calls: machine.calls(), executions, lacksSetting: false };
}

function listConnections(machine: Machine, project: Project): readonly ConnectionView[] {
  const listed = call<readonly ConnectionView[]>(machine, project, 'listConnections');
  if (listed.ok) return listed.value;
  throw new Error(listed.advice);
}

function notRun(connection: string, message: string): EntryView {
  const nothing = { startedAt: 0, duration: 0, run: 0, read: 0, inserted: 0, updated: 0, removed: 0, requests: 0 };
  return { connection, stream: '', title: '', status: 'failed', ...nothing, message };
}

function call<T>(machine: Machine, project: Project, name: string, ...args: readonly unknown[]): Result<T> {
  const outcome: Outcome = machine.run(project, name, args);
  if (outcome.status === 'failed') throw new Error(outcome.error.message);
  if (outcome.status === 'killed') throw new Error(outcome.reason);
  // The bundle's own contract, in another realm.
  return outcome.value as Result<T>;
}
