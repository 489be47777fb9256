import { toBlocks } from './key-index';
import type { Sheet, Workbook } from '../platform/services';

/** The keys that a pass has seen so far, over all its executions. */
export interface SeenKeys {
  /** Keeps the keys of one page for later executions. */
  remember(table: string, pass: string, keys: readonly string[]): void;
  recall(pass: string): ReadonlySet<string>;
  /** Forgets all passes of a table. */
  forget(table: string): void;
}

const TAG = 'sync.seen';
const TITLE = 'Sync (pages lues)';
/** Room for a cell's 50,000 characters, less what JSON adds around the keys. */
const MOST_CHARACTERS = 45_000;

/**
 * Keeps them on a hidden tab, one line a page (table, pass, keys as JSON): a pass over thousands of records does not fit in the
 * properties, and must outlive the execution that is killed in its middle.
 */
export function createSeenKeys(workbook: Workbook): SeenKeys {
  let sheet: Sheet | null = null;
  let last: number | null = null;
  const find = (): Sheet | null => (sheet ??= workbook.tagged(TAG)[0]?.sheet ?? null);
  return {
    remember(table, pass, keys) {
      sheet = find() ?? createSheet(workbook);
      const lines = toLines(table, pass, keys);
      const after = last ?? sheet.lastRow();
      if (after + lines.length > sheet.rows()) sheet.insertRows(sheet.rows(), Math.max(lines.length, 200));
      sheet.patch(lines.map((cells, n) => ({ row: after + 1 + n, column: 1, cells })));
      last = after + lines.length;
    },
    recall(pass) {
      const lines = linesOf(find());
      return new Set(
        lines.flatMap(([, owner, keys]) => (owner === pass ? (JSON.parse(String(keys)) as string[]) : [])),
      );
    },
    forget(table) {
      const found = find();
      const rows = linesOf(found).flatMap(([owner], n) => (owner === table ? [n + 2] : []));
      if (found && rows.length > 0) found.deleteRows(toBlocks(rows));
      last = null;
    },
  };
}

function createSheet(workbook: Workbook): Sheet {
  const sheet = workbook.named(TITLE) ?? workbook.insert(TITLE, 3);
  sheet.writeHeader(1, [
    { text: 'table', note: '' },
    { text: 'pass', note: '' },
    { text: 'keys', note: '' },
  ]);
  sheet.tag(TAG, '1');
  sheet.hide();
  return sheet;
}

function linesOf(sheet: Sheet | null): readonly (readonly unknown[])[] {
  return sheet?.readAll([{ row: 2, column: 1, columns: 3 }])[0] ?? [];
}

function toLines(table: string, pass: string, keys: readonly string[]): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  let size = 0;
  for (const key of keys) {
    size += JSON.stringify(key).length + 1;
    if (size > MOST_CHARACTERS) {
      lines.push([]);
      size = key.length;
    }
    lines[lines.length - 1]?.push(key);
  }
  return lines.map((line) => [table, pass, JSON.stringify(line)]);
}
