import { parseJson } from '../core/parse-json';
import type { Cell, Patch, Sheet, Workbook } from '../platform/services';

/**
 * Records by key on a hidden tab: what thousands of rows need to remember, and properties do not hold. Each change is a line
 * at the end, and the latest line of a key counts, so that no kill can cut a record in two.
 */
export interface RecordTab {
  /** Which tab it is: another one after somebody deleted it. */
  readonly id: number;
  /** The records that can be read, as JSON. */
  readonly records: ReadonlyMap<string, unknown>;
  /** Stores records; null removes one. */
  put(changes: ReadonlyMap<string, object | null>): void;
}

/** Where the records stand. */
export interface RecordPlace {
  /** The key of the tab's metadata. */
  readonly tag: string;
  /** What the tab is called when it is made. */
  readonly name: string;
  /** What its header says of it, for whoever finds it. */
  readonly note: string;
}

/** Opens the records, none when the tab is not there, which is made with the first record. */
export function openRecordTab(workbook: Workbook, place: RecordPlace): RecordTab {
  let sheet = workbook.tagged(place.tag)[0]?.sheet ?? null;
  const lines = sheet ? readLines(sheet) : [];
  const records = new Map(latest(lines));
  let next = lines.reduce((most, { number }) => Math.max(most, number), 0) + 1;
  let count = lines.length;
  const append = (changes: ReadonlyMap<string, object | null>): Sheet => {
    sheet ??= createTab(workbook, place);
    const added = [...changes].map(([key, value]) => [next++, key, ...toPieces(value)]);
    appendLines(sheet, added);
    count += added.length;
    return sheet;
  };
  return {
    get id() {
      return sheet?.id ?? 0;
    },
    records,
    put(changes) {
      if (changes.size === 0) return;
      const tab = append(changes);
      for (const [key, value] of changes) {
        if (value === null) records.delete(key);
        else records.set(key, value);
      }
      const old = count;
      if (old < 2 * records.size + SLACK) return;
      append(records as ReadonlyMap<string, object>);
      tab.deleteRows([[2, old]]);
      count -= old;
    },
  };
}

/** Removes the records and their tab. */
export function removeRecordTab(workbook: Workbook, { tag }: Pick<RecordPlace, 'tag'>): void {
  for (const { sheet } of workbook.tagged(tag)) workbook.remove(sheet);
}

/** Lines that may be out of date before all are written anew. */
const SLACK = 2000;
/** A cell holds 50,000 characters: a longer record goes on in the next. */
const PIECE = 45_000;

interface Line {
  readonly number: number;
  readonly key: string;
  readonly text: string;
}

function readLines(sheet: Sheet): readonly Line[] {
  const [rows = []] = sheet.readAll([{ row: 2, column: 1, columns: sheet.columns() }]);
  return rows.map(([number, key = '', ...pieces]) => ({
    number: typeof number === 'number' ? number : 0,
    key: String(key),
    text: pieces.join(''),
  }));
}

/** Whatever the order of the lines is: somebody may have sorted them. */
function latest(lines: readonly Line[]): readonly (readonly [string, unknown])[] {
  const found = new Map<string, Line>();
  for (const line of lines) {
    if (line.key !== '' && line.number >= (found.get(line.key)?.number ?? 0)) found.set(line.key, line);
  }
  return [...found.values()].flatMap(({ key, text }) => {
    const value = parseJson(text);
    return value === null ? [] : [[key, value] as const];
  });
}

function toPieces(value: object | null): readonly string[] {
  if (value === null) return [''];
  const text = JSON.stringify(value);
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, n) => text.slice(n * PIECE, (n + 1) * PIECE));
}

function createTab(workbook: Workbook, { tag, name, note }: RecordPlace): Sheet {
  const sheet = workbook.named(name) ?? workbook.insert(name, HEADERS.length);
  sheet.writeHeader(
    1,
    HEADERS.map((text) => ({ text, note })),
  );
  sheet.hide();
  // A reading makes Sheets write what it kept: the metadata comes last, as it says that all is there.
  sheet.lastRow();
  sheet.tag(tag, '1');
  return sheet;
}

const HEADERS = ['number', 'key', 'value'];

function appendLines(sheet: Sheet, lines: readonly (readonly Cell[])[]): void {
  const width = Math.max(...lines.map(({ length }) => length));
  const columns = sheet.columns();
  if (width > columns) sheet.insertColumns(columns, width - columns);
  const last = Math.max(1, sheet.lastRow());
  const missing = last + lines.length - sheet.rows();
  if (missing > 0) sheet.insertRows(sheet.rows(), missing);
  sheet.patch(lines.map((cells, n): Patch => ({ row: last + 1 + n, column: 1, cells: [...cells] })));
}
