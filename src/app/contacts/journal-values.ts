import { readRows } from '../../contacts/client-rows';
import { openClientSheet } from '../../contacts/client-sheet';
import { openJournal, type StoredEntry } from '../../contacts/journal';
import { EDITED, titleOf } from '../../contacts/status-of';
import { DataError } from '../../core/errors';
import { toSerial } from '../../core/serial';
import { clock } from '../../platform/clock';
import { selectedRows } from '../../platform/selection';
import type { Cell, Patch, Workbook } from '../../platform/services';
import { openWorkbook } from '../../platform/workbook';
import type { JournalView } from '../rpc';
import { whileNoRun } from '../while-no-run';
import { language, say } from '../words';

/** The last values that syncs overwrote, latest first. */
export function readJournalViews(): readonly JournalView[] {
  return openJournal(openWorkbook(), language())
    .read(SHOWN)
    .map(({ id, at, client, field, before, after, side, reason, isRestored }) => ({
      ...{ id, at, client, before, after, side, reason, isRestored },
      field: titleOf(field, language()),
    }));
}

/**
 * Puts the overwritten value of an entry back into its row, as if the user had typed it: the next sync takes it to Google. Returns what
 * the user reads. Throws `DataError` when the entry or its row is not there any more, `BusyError` while a sync writes.
 */
export function putBack(id: string): string {
  const entry = openJournal(openWorkbook(), language())
    .read(SEARCHED)
    .find((each) => each.id === id);
  if (!entry) throw noEntry();
  return putBackAll([entry]);
}

/** The same for the rows that are selected in the tab Journal. Throws `DataError` when none is. */
export function putBackSelected(): string {
  const workbook = openWorkbook();
  const journal = openJournal(workbook, language());
  const { sheetId, rows } = selectedRows();
  const entries = sheetId === journal.id() ? journal.read(SEARCHED).filter(({ row }) => rows.includes(row)) : [];
  if (entries.length === 0) throw noEntry();
  return putBackAll(entries);
}

const SHOWN = 50;
const SEARCHED = 10_000;

function putBackAll(entries: readonly StoredEntry[]): string {
  whileNoRun(() => {
    putBackInto(openWorkbook(), entries);
  });
  const names = [...new Set(entries.map(({ client }) => client))].join(', ');
  return say({
    fr: `La valeur est remise dans la ligne de ${names}. La prochaine synchronisation l’envoie à Google.`,
    en: `The value stands in the row of ${names} again. The next sync takes it to Google.`,
  });
}

/** All of them or, where the row of one is gone, none. */
function putBackInto(workbook: Workbook, entries: readonly StoredEntry[]): void {
  const tab = openClientSheet(workbook, language());
  const { columns, sheet } = tab;
  const rows = new Map(readRows(tab).map(({ id, row }) => [id, row]));
  const now = clock.now();
  const stamp = toSerial(now, workbook.offset(now));
  const patches = entries.flatMap(({ link, client, field, before }) => {
    const row = rows.get(link);
    if (row === undefined) throw noRow(client);
    const cell = (column: number, value: Cell): Patch => ({ row, column, cells: [value] });
    return [cell(columns[field], before), cell(columns.status, say(EDITED)), cell(columns.editedAt, stamp)];
  });
  sheet.patch(patches);
  openJournal(workbook, language()).markRestored(entries, now);
}

function noEntry(): DataError {
  return new DataError('contacts: no such entry in the journal', {
    fr: 'Choisissez d’abord une ligne de l’onglet Journal : celle dont vous voulez remettre la valeur.',
    en: 'First choose a row of the tab Journal: the one whose value you want to put back.',
  });
}

function noRow(client: string): DataError {
  return new DataError('contacts: the row of a journal entry is gone', {
    fr: `La ligne de ${client} n’est plus dans l’onglet Clients. Remettez-la d’abord (« À décider » dans le panneau), puis réessayez. La valeur reste dans le Journal.`,
    en: `The row of ${client} is not in the tab Clients any more. First put it back (“To decide” in the sidebar), then try again. The value stays in the Journal.`,
  });
}
