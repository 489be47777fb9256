import type { Cell } from '../platform/services';
import type { Client } from './client';
import { readRows, spanOf } from './client-rows';
import type { ClientSheet } from './client-sheet';
import { FIELDS } from './fields';
import { rearranged, TRIES } from './rearranged';

/** A row as the sync writes it whole. */
export type Line = Client['fields'] & Pick<Client, 'id' | 'status'>;

/**
 * Adds rows below everything that stands in the tab and returns where each stands, by its id. They are new rows, so that nobody can be
 * typing there; a client that one landed on all the same, since rows moved at that moment, gets its own back.
 */
export function appendRows(tab: ClientSheet, lines: readonly Line[], tries = 0): ReadonlyMap<string, number> {
  if (lines.length === 0) return new Map();
  if (tries === TRIES) throw rearranged();
  const before = readRows(tab);
  const start = makeRoom(tab, lines.length);
  writeLines(tab, start, lines);
  const after = readRows(tab);
  const places = new Map(after.map(({ id, row }) => [id, row]));
  const lost = missingIn(after, before, lines.length);
  if (lost.length === 0) return places;
  writeLines(
    tab,
    start,
    lost.map(({ fields, id, status }) => ({ ...fields, id, status })),
  );
  return new Map([...places, ...appendRows(tab, lines.slice(0, lost.length), tries + 1)]);
}

/** Rows that are there no more, when `added` others are: those that a write landed on. */
function missingIn(after: readonly Client[], before: readonly Client[], added: number): readonly Client[] {
  const count = before.length + added - after.length;
  if (count <= 0) return [];
  const ids = new Set(after.map(({ id }) => id));
  const unnamed = after.filter(({ id }) => id === '');
  const isThere = (row: Client): boolean =>
    row.id === '' ? unnamed.some((other) => isAlmost(row, other)) : ids.has(row.id);
  return before.filter((row) => !isThere(row)).slice(0, count);
}

/** But for what somebody is typing just now. */
function isAlmost(a: Client, b: Client): boolean {
  return FIELDS.filter((field) => a.fields[field] !== b.fields[field]).length <= 1;
}

/** Empty rows below the last one in use; the first of them. The first rows of a tab are there already, without the header's look. */
function makeRoom({ sheet }: ClientSheet, count: number): number {
  const last = sheet.lastRow();
  if (last > 1) {
    sheet.insertRows(last, count);
    return last + 1;
  }
  const missing = count + 1 - sheet.rows();
  if (missing > 0) sheet.insertRows(sheet.rows(), missing);
  return 2;
}

function writeLines(tab: ClientSheet, start: number, lines: readonly Line[]): void {
  const { first, width } = spanOf(tab);
  const patches = lines.map((line, n) => {
    const cells = new Array<Cell | null>(width).fill(null);
    for (const [name, text] of Object.entries(line)) cells[tab.columns[name as keyof Line] - first] = text;
    return { row: start + n, column: first, cells };
  });
  tab.sheet.patch(patches);
}
