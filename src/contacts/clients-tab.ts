import type { Cell, Patch, Workbook } from '../platform/services';
import { appendRows } from './append-rows';
import type { Client } from './client';
import type { ClientColumn } from './client-columns';
import { readClients, readRows } from './client-rows';
import type { ClientSheet } from './client-sheet';
import { emailKey } from './field-key';
import { FIELDS } from './fields';
import { rearranged, TRIES } from './rearranged';
import type { Replica, Written } from './replica';

/** The tab Clients as one side of the sync. */
export interface ClientsReplica extends Replica<Client> {
  /** All rows with a client, from the top. Throws `DataError` for formulas and errors among them. */
  list(): readonly Client[];
  /** Writes the id of its link and its status beside each row, where they differ from what stands there. */
  mark(marks: readonly Mark[]): void;
}

export interface Mark {
  readonly client: Client;
  /** Null: as it is. */
  readonly id: string | null;
  readonly status: string;
}

/**
 * The tab as it can be written while somebody works in it: each row is found again right before a write, a cell that somebody
 * edited since the plan is left alone, and what landed in another row, since somebody sorted or inserted in that very second, is
 * taken back and written where it belongs.
 */
export function createClientsTab(tab: ClientSheet, workbook: Workbook): ClientsReplica {
  return {
    list: () => readClients(tab, workbook),
    create(clients) {
      const rows = appendRows(
        tab,
        clients.map(({ id, fields }) => ({ ...fields, id, status: '' })),
      );
      return clients.map(({ id, fields }): Written<Client> => {
        return { id, state: 'done', at: { row: rows.get(id) ?? 0, id, fields, changedAt: null, status: '' } };
      });
    },
    update(edits) {
      const writes = edits.map(({ id, at, changes }) => ({
        client: at,
        // A row that was known by its address, which may change now, is known by its id from now on.
        cells: [...changes.map(({ field, to }): Value => [field, to]), ...(at.id === id ? [] : [['id', id] as const])],
        expected: changes.map(({ field, from }) => [field, from] as const),
      }));
      const written = writeRows(tab, writes);
      return edits.map(({ id }, n): Written<Client> => {
        const row = written[n] ?? null;
        return row?.isWritten ? { id, state: 'done', at: row.row } : { id, state: 'moved', at: row?.row ?? null };
      });
    },
    mark(marks) {
      writeRows(tab, marks.map(toWrite));
    },
  };
}

type Value = readonly [ClientColumn, string];

/** What is to be written into one row, and what must still stand there. */
interface RowWrite {
  readonly client: Client;
  readonly cells: readonly Value[];
  readonly expected: readonly Value[];
}

interface RowWritten {
  readonly row: Client;
  readonly isWritten: boolean;
}

function toWrite({ client, id, status }: Mark): RowWrite {
  const cells: readonly Value[] = [['status', status], ...(id === null ? [] : [['id', id] as const])];
  return { client, cells, expected: [] };
}

/** Null for a row that is not there any more. */
function writeRows(tab: ClientSheet, writes: readonly RowWrite[]): readonly (RowWritten | null)[] {
  const results = new Map<RowWrite, RowWritten>();
  let open: readonly RowWrite[] = writes.filter(({ cells }) => cells.length > 0);
  for (let tries = 0; open.length > 0; tries += 1) {
    if (tries === TRIES) throw rearranged();
    const before = readRows(tab);
    const found = locate(before, open);
    const due = open.filter((write) => {
      const row = found.get(write);
      if (!row) return false;
      const isWritten = write.expected.every(([name, from]) => valueOf(row, name) === from);
      results.set(write, { row, isWritten });
      return isWritten && write.cells.some(([name, to]) => valueOf(row, name) !== to);
    });
    open = due.length === 0 ? [] : writeAndCheck(tab, before, due, found);
  }
  return writes.map((write) => results.get(write) ?? null);
}

/** Those that did not land in their rows; what they overwrote is there again. */
function writeAndCheck(
  tab: ClientSheet,
  before: readonly Client[],
  writes: readonly RowWrite[],
  found: ReadonlyMap<RowWrite, Client>,
): readonly RowWrite[] {
  const placed = writes.flatMap((write) => {
    const row = found.get(write);
    return row ? [{ write, row }] : [];
  });
  patchRows(
    tab,
    placed.map(({ write, row }) => ({ row: row.row, cells: write.cells })),
  );
  const after = new Map(readRows(tab).map((row) => [row.row, row]));
  const astray = placed.filter(({ write, row }) => {
    const now = after.get(row.row);
    return !now || !isSameRow(write, row, now);
  });
  if (astray.length === 0) return [];
  const restored = astray.map(({ write, row }) => {
    const now = after.get(row.row);
    const owner = now && before.find((each) => isSameRow(write, each, now));
    return { row: row.row, cells: write.cells.map(([name]) => [name, owner ? valueOf(owner, name) : ''] as const) };
  });
  patchRows(tab, restored);
  return astray.map(({ write }) => write);
}

/** By what the write leaves alone: the id or, where it writes one, the address. */
function isSameRow({ cells }: RowWrite, a: Client, b: Client): boolean {
  const writes = (name: ClientColumn): boolean => cells.some(([each]) => each === name);
  if (!writes('id') && (a.id !== '' || b.id !== '')) return a.id === b.id;
  return FIELDS.every((field) => writes(field) || a.fields[field] === b.fields[field]);
}

/** The row of each client now: by its id or, without one, where it stood or where its like stands alone. */
function locate(rows: readonly Client[], writes: readonly RowWrite[]): ReadonlyMap<RowWrite, Client> {
  const byId = new Map<string, Client[]>();
  for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const found = new Map<RowWrite, Client>();
  for (const write of writes) {
    const row = locateOne(write, byId, byRow);
    if (row) found.set(write, row);
  }
  return found;
}

/** A row that got its id earlier in this run is still the one without. */
function locateOne(
  { client, cells }: RowWrite,
  byId: ReadonlyMap<string, readonly Client[]>,
  byRow: ReadonlyMap<number, Client>,
): Client | undefined {
  const ids = [...new Set([client.id, ...cells.flatMap(([name, text]) => (name === 'id' ? [text] : []))])];
  const isLike = ({ fields }: Client): boolean => emailKey(fields.email) === emailKey(client.fields.email);
  const there = byRow.get(client.row);
  if (there && ids.includes(there.id) && isLike(there)) return there;
  const [named, ...others] = ids.flatMap((id) => (id === '' ? [] : (byId.get(id) ?? [])));
  if (client.id === '' && named && others.length === 0) return named;
  const same = ids.flatMap((id) => byId.get(id) ?? []);
  const candidates = client.id === '' ? same.filter(isLike) : same;
  return candidates.length === 1 ? candidates[0] : candidates.find(isLike);
}

function valueOf(row: Client, name: ClientColumn): string {
  if (name === 'status') return row.status;
  if (name === 'id') return row.id;
  return name === 'editedAt' ? '' : row.fields[name];
}

function patchRows(
  tab: ClientSheet,
  rows: readonly { readonly row: number; readonly cells: readonly Value[] }[],
): void {
  tab.sheet.patch(rows.flatMap(({ row, cells }) => toPatches(tab, row, cells)));
}

/** Neighbouring cells go together. */
function toPatches({ columns }: ClientSheet, row: number, cells: readonly Value[]): readonly Patch[] {
  const sorted = cells.map(([name, text]) => ({ column: columns[name], text })).sort((a, b) => a.column - b.column);
  const patches: { row: number; column: number; cells: Cell[] }[] = [];
  for (const { column, text } of sorted) {
    const last = patches[patches.length - 1];
    if (last && last.column + last.cells.length === column) last.cells.push(text);
    else patches.push({ row, column, cells: [text] });
  }
  return patches;
}
