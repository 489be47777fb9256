import type { Words } from '../core/model';
import { alert, showTab, toast } from '../platform/screen';
import { openWorkbook } from '../platform/workbook';
import { attempt } from './attempt';
import { allConnections, findConnection } from './connections';
import { findHistoryTab } from './history-tab';
import { findConnector } from './find-connector';
import { connectionsWithLabels } from './labels';
import type { EntryView, Result, RunView } from './rpc';
import { runConnections } from './sync';
import { say } from './words';

/** Syncs all connections, or the one in that place of the menu (from 1), and tells the user how it went. */
export function syncFromMenu(slot?: number): void {
  showRun(attempt(() => runConnections(slot === undefined ? undefined : [connectionAt(slot)])));
}

/** Syncs the connections that repeat names from other systems' records, and repeats them in every row. */
export function relabelFromMenu(): void {
  const ids = connectionsWithLabels().map(({ id }) => id);
  showRun(attempt(() => runConnections(ids, { relabel: true })));
}

/** Brings the history to the front. */
export function openHistory(): void {
  showFailure(
    attempt(() => {
      const tab = findHistoryTab(openWorkbook());
      if (tab) showTab(tab.id);
      else alert('Sync', say(NO_HISTORY));
    }),
  );
}

/** Shows a failure's advice until the user has read it; a success shows nothing. */
export function showFailure(result: Result<unknown>): void {
  if (!result.ok) alert('Sync', result.advice);
}

const NO_HISTORY: Words = {
  fr: 'Il n’y a pas encore d’historique : il apparaît après la première synchronisation.',
  en: 'There is no history yet: it appears after the first sync.',
};

function connectionAt(slot: number): string {
  // A connection that was removed since the menu was drawn gives an id that no connection has.
  return allConnections()[slot - 1]?.id ?? '';
}

function showRun(result: Result<RunView>): void {
  if (!result.ok) {
    showFailure(result);
    return;
  }
  const { state, summary, entries } = result.value;
  const advice = adviceOn(entries);
  if (state === 'running' || advice.length > 0) alert('Sync', [summary, ...advice].join('\n\n'));
  else toast(summary, 'Sync', 15);
}

/** One paragraph for each different advice, with what it is about. */
function adviceOn(entries: readonly EntryView[]): string[] {
  const subjects = new Map<string, Set<string>>();
  for (const { connection, stream, status, message } of entries) {
    if (status !== 'failed') continue;
    const isWhole = entries.every((entry) => entry.connection !== connection || entry.message === message);
    const known = subjects.get(message) ?? new Set();
    subjects.set(message, known.add(isWhole ? titleOf(connection) : titleOf(connection, stream)));
  }
  return [...subjects].map(([message, names]) => `${[...names].join(', ')}${say({ fr: ' : ', en: ': ' })}${message}`);
}

/** What the user calls a connection, or one of its streams; a file is called by its name. */
function titleOf(id: string, name = ''): string {
  const connection = findConnection(id);
  if (!connection) return name === '' ? id : name;
  if (name === '') return connection.title;
  const streams = findConnector(connection.connector).streams(connection.settings);
  const stream = streams.find((candidate) => candidate.name === name);
  return stream ? say(stream.title) : name;
}
