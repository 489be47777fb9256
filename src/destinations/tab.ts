import { StaleError, SyncError } from '../core/errors';
import { NO_COUNTS, type Counts, type Key, type Row } from '../core/model';
import { applyWrite } from './apply-write';
import type { Pass, Table, Target, WriteOptions } from './destination';
import { joinKey, keyOf } from './key-index';
import { openTab, refresh, type OpenTab } from './open-tab';
import { planWrite } from './plan-write';
import { prepareTab } from './prepare-tab';
import { probeRows } from './probe-rows';
import { rearranged } from './rearranged';
import { removeRows } from './remove-rows';
import type { TabContext } from './tab-context';

/** The tab of one stream as a table. Opening it changes nothing: the first write makes what is missing. */
export function createTab(context: TabContext, target: Target): Table {
  let tab = openTab(context, target);
  let lastKeys: readonly string[] = [];
  let seen: ReadonlySet<string> | null = null;
  const seenBy = (pass: Pass): ReadonlySet<string> =>
    (seen ??= new Set([...(pass.page > 0 ? context.seen.recall(pass.id) : []), ...lastKeys]));
  const needsAll = tab.view === null || tab.view.layout.missing.length > 0 || tab.suspects.length > 0;
  /** What Google refuses because the tab is no longer as we saw it is no fault: the tab is opened anew. */
  const whileStill = <T>(change: (tab: OpenTab) => T): T => {
    try {
      return change(tab);
    } catch (error) {
      const stale = toStale(error, tab);
      if (stale) tab = openTab(context, target);
      throw stale ?? error;
    }
  };
  return {
    needsAll,
    write(rows, pass, options) {
      const records = latestByKey(rows, target);
      const counts = whileStill((open) => writeRows(open, rows, records, pass, options));
      lastKeys = [...records.keys()];
      seen = null;
      if (pass.sweeps && !options.last) rememberKeys(context, target, pass, lastKeys);
      return counts;
    },
    remove: (keys) => whileStill((open) => removeKeys(open, keys)),
    seen: (pass) => seenBy(pass).size,
    sweep: (pass) => whileStill((open) => sweepTab(open, seenBy(pass))),
    size: () => tab.view?.index.rowOf.size ?? 0,
  };
}

function writeRows(
  tab: OpenTab,
  rows: readonly Row[],
  records: ReadonlyMap<string, Row>,
  pass: Pass,
  options: WriteOptions,
): Counts {
  const total = pass.total ?? 0;
  const probed = probeRows(tab, prepareTab(tab, rows, total), records);
  const plan = planWrite(probed.known, probed.unknown, {
    columns: probed.view.layout.own,
    keys: tab.target.key,
    complete: options.complete,
    insertOnly: tab.target.mode === 'insert-only',
    offset: (ms) => tab.context.workbook.offset(ms),
  });
  applyWrite(tab, probed.view, plan, total);
  return plan.counts;
}

/** What an earlier pass left is forgotten only when the next begins: a sweep that is killed must find it again. */
function rememberKeys({ seen }: TabContext, target: Target, pass: Pass, keys: readonly string[]): void {
  if (pass.page === 0) seen.forget(target.id);
  seen.remember(target.id, pass.id, keys);
}

function removeKeys(tab: OpenTab, keys: readonly Key[]): Counts {
  if (!tab.sheet || keys.length === 0) return NO_COUNTS;
  const view = refresh(tab, tab.sheet);
  const rows = keys.flatMap((key) => view.index.rowOf.get(joinKey(key)) ?? []);
  return { ...NO_COUNTS, removed: removeRows(tab, view, rows) };
}

function sweepTab(tab: OpenTab, kept: ReadonlySet<string>): Counts {
  if (!tab.sheet) return NO_COUNTS;
  const view = refresh(tab, tab.sheet);
  const gone = [...view.index.rowOf].filter(([key]) => !kept.has(key)).map(([, row]) => row);
  return { ...NO_COUNTS, removed: removeRows(tab, view, gone) };
}

function toStale(error: unknown, tab: OpenTab): StaleError | null {
  if (error instanceof StaleError) return error;
  return error instanceof SyncError || !hasChanged(tab) ? null : rearranged(String(error));
}

/** One record a key: the last that came, or in an insert-only table the first. A record without a key is left out. */
function latestByKey(rows: readonly Row[], target: Target): ReadonlyMap<string, Row> {
  const latest = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row, target.key);
    if (key !== '' && !(target.mode === 'insert-only' && latest.has(key))) latest.set(key, row);
  }
  return latest;
}

/** Whether the tab is gone, or no longer has the size in which it was last read. */
function hasChanged({ sheet, view }: OpenTab): boolean {
  if (!sheet || !view) return false;
  try {
    return sheet.rows() !== view.rows || sheet.columns() !== view.columns || sheet.name() !== view.name;
  } catch {
    return true;
  }
}
