import { StaleError, SyncError } from '../core/errors';
import { NO_COUNTS, type Counts, type Row } from '../core/model';
import { applyWrite } from './apply-write';
import type { Pass, Table, Target, WriteOptions } from './destination';
import { editRows } from './edit-rows';
import { toBlocks } from './key-index';
import { lookAgain, openTab, type OpenTab } from './open-tab';
import { planWrite } from './plan-write';
import { prepareTab } from './prepare-tab';
import { probeRows } from './probe-rows';
import { readCells } from './read-cells';
import { columnsOf, readTable } from './read-table';
import { rearranged } from './rearranged';
import { latestByKey, toVersion } from './records';
import { removeRows } from './remove-rows';
import type { TabContext } from './tab-context';
import type { View } from './view';

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
    context.tags = null;
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
    remove: (rows) => whileStill((open) => removeRecords(open, latestByKey(rows, target))),
    seen: (pass) => seenBy(pass).size,
    sweep(pass) {
      const kept = seenBy(pass);
      return whileStill((open) => removeWhere(open, (key) => !kept.has(key)));
    },
    size: () => tab.view?.index.rowOf.size ?? 0,
    edit: (names, change) => whileStill((open) => editRows(open, names, change)),
    columns: () => columnsOf(tab.view).map(({ header, kind }) => ({ header, kind })),
    read: (first, count) => whileStill((open) => readTable(open, first, count)),
  };
}

function writeRows(
  tab: OpenTab,
  rows: readonly Row[],
  records: ReadonlyMap<string, Row>,
  pass: Pass,
  options: WriteOptions,
): Counts {
  const { key: keys, mode, version } = tab.target;
  const { view, columns, known, unknown } = probeRows(tab, prepareTab(tab, rows, pass, options), records);
  const plan = planWrite(known, unknown, {
    columns,
    keys,
    complete: options.complete,
    insertOnly: mode === 'insert-only',
    version,
    offset: (ms) => tab.context.workbook.offset(ms),
  });
  applyWrite(tab, view, plan, { total: pass.total ?? 0, last: options.last });
  return plan.counts;
}

/** What an earlier pass left is forgotten only when the next begins: a sweep that is killed must find it again. */
function rememberKeys({ seen }: TabContext, target: Target, pass: Pass, keys: readonly string[]): void {
  if (pass.page === 0) seen.forget(target.id);
  seen.remember(target.id, pass.id, keys);
}

function removeRecords(tab: OpenTab, records: ReadonlyMap<string, Row>): Counts {
  const { version } = tab.target;
  return removeWhere(
    tab,
    (key) => records.has(key),
    (view, rows) => {
      const column = view.layout.own.find(({ name }) => name === version)?.column;
      if (column === undefined) return rows;
      const { rows: cells } = readCells(view.sheet, toBlocks(rows), [column]);
      return rows.filter((row, n) => {
        const removal = records.get(view.index.keys[row - 2] ?? '')?.[version ?? ''];
        return typeof removal !== 'number' || toVersion(cells[n]?.[0]) <= removal;
      });
    },
  );
}

/** Asks nothing of the spreadsheet where no row is concerned. `choose`: which of the rows, from the top down. */
function removeWhere(
  tab: OpenTab,
  isGone: (key: string) => boolean,
  choose: (view: View, rows: readonly number[]) => readonly number[] = (_, rows) => rows,
): Counts {
  if (!tab.view || ![...tab.view.index.rowOf.keys()].some(isGone)) return NO_COUNTS;
  const view = lookAgain(tab, tab.view);
  const gone = [...view.index.rowOf].filter(([key]) => isGone(key)).map(([, row]) => row);
  const sorted = gone.sort((a, b) => a - b);
  return { ...NO_COUNTS, removed: removeRows(tab, view, choose(view, sorted)) };
}

function toStale(error: unknown, tab: OpenTab): StaleError | null {
  if (error instanceof StaleError) return error;
  return error instanceof SyncError || !hasChanged(tab) ? null : rearranged(String(error));
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
