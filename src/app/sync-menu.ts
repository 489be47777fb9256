import type { Words } from '../core/model';
import { alert, toast } from '../platform/screen';
import { attempt } from './attempt';
import { allConnections, findConnection } from './connections';
import { repeatsNames } from './labels';
import { toParagraphs } from './paragraphs';
import type { EntryView, Result, RunView } from './rpc';
import { runConnections } from './sync';
import { language, say } from './words';

/** Syncs connections by their ids, or all, and tells the user how it went. */
export function syncFromMenu(ids?: readonly string[]): void {
  showRun(attempt(() => runConnections(ids, {}, showProgress)));
}

/** Syncs the connections that repeat names from other systems' records, and repeats them in every row. */
export function relabelFromMenu(): void {
  showRun(
    attempt(() => {
      const ids = allConnections()
        .filter(repeatsNames)
        .map(({ id }) => id);
      return runConnections(ids, { relabel: true }, showProgress);
    }),
  );
}

/** Shows a failure's advice until the user has read it; a success shows nothing. */
export function showFailure(result: Result<unknown>): void {
  if (!result.ok) alert('Sync', result.advice);
}

/** The sidebar shows for itself how a run that it started comes along. */
function showProgress(words: Words): void {
  toast(say(words), 'Sync', 30);
}

function showRun(result: Result<RunView>): void {
  if (!result.ok) {
    showFailure(result);
    return;
  }
  const { state, summary, entries } = result.value;
  const failures = entries.map((entry) => (entry.status === 'failed' ? entry : { ...entry, message: '' }));
  const advice = toParagraphs(failures, language(), (id) => findConnection(id)?.title ?? id);
  if (state === 'running' || advice.length > 0) alert('Sync', inOrder(summary, advice, entries).join('\n\n'));
  else toast(summary, 'Sync', 15);
}

/** Of a run that did nothing for one reason the user reads the reason first. */
function inOrder(summary: string, advice: readonly string[], entries: readonly EntryView[]): readonly string[] {
  const isIdle = entries.every(({ read, inserted, updated, removed }) => read + inserted + updated + removed === 0);
  return advice.length === 1 && isIdle ? [...advice, summary] : [summary, ...advice];
}
