import { toSerial } from '../../core/serial';
import { CLIENT_COLUMNS, type ClientColumn } from '../../contacts/client-columns';
import { FIELDS } from '../../contacts/fields';
import { EDITED } from '../../contacts/status-of';
import { clock } from '../../platform/clock';
import { readEdit, type Edited, type EditEvent } from '../../platform/edited';
import { createOffset } from '../../platform/offset';
import { readClientsMark } from './clients-mark';

export type { EditEvent };

/**
 * Notes beside each edited row of the tab Clients when it was edited, and that it is to be synced. Runs in the mode `LIMITED`, after
 * every edit in the whole spreadsheet: one property read where the edit is in another tab, at most five more calls where it is not.
 */
export function stampEdit(event: EditEvent): void {
  const edit = readEdit(event);
  const mark = edit && edit.row + edit.rows > 2 ? readClientsMark() : null;
  if (!edit || mark?.sheet !== edit.sheetId) return;
  const [header = []] = edit.read(1, 1, 1, edit.width());
  const place = (name: ClientColumn): number =>
    header.findIndex((cell) => String(cell).trim() === mark.headers[name]) + 1;
  const columns = Object.fromEntries(CLIENT_COLUMNS.map((name) => [name, place(name)])) as Record<ClientColumn, number>;
  if (columns.status === 0 || columns.editedAt === 0) return;
  const isOurs = FIELDS.some((field) => columns[field] >= edit.column && columns[field] < edit.column + edit.columns);
  if (isOurs) stamp(edit, columns, EDITED[mark.language]);
}

function stamp(edit: Edited, columns: Readonly<Record<ClientColumn, number>>, status: string): void {
  const first = Math.max(2, edit.row);
  const count = edit.row + edit.rows - first;
  const places = FIELDS.map((field) => columns[field]).filter((column) => column > 0);
  const left = Math.min(...places);
  const cells = edit.read(first, left, count, Math.max(...places) - left + 1);
  // A row that was emptied is no client any more.
  const isFilled = cells.map((line) => places.some((column) => !isBlank(line[column - left])));
  const now = clock.now();
  const serial = toSerial(now, createOffset(edit.zone())(now));
  const [statuses, stamps] = [
    isFilled.map((filled) => (filled ? status : '')),
    isFilled.map((filled) => (filled ? serial : '')),
  ];
  if (columns.editedAt === columns.status + 1) {
    edit.write(
      first,
      columns.status,
      statuses.map((text, n) => [text, stamps[n] ?? '']),
    );
    return;
  }
  edit.write(
    first,
    columns.status,
    statuses.map((text) => [text]),
  );
  edit.write(
    first,
    columns.editedAt,
    stamps.map((value) => [value]),
  );
}

function isBlank(cell: unknown): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
