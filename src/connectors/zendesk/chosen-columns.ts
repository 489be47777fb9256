import type { Column } from '../../core/columns';
import { ticketColumns } from './columns/ticket-columns';
import type { CustomField } from './custom-fields';
import type { Options } from './options';

/** Columns that no table goes without: the key, and the version by which the newest wins. */
const ALWAYS: readonly string[] = ['ticket_id', 'generated_timestamp'];

/** The columns that every account has, as far as the options want them. */
export function chooseColumns(options: Options): readonly Column[] {
  return ticketColumns.filter(({ name }) => {
    if (name === 'is_deleted') return options.deleted === 'flag';
    if (name === 'description' && !options.description) return false;
    return ALWAYS.includes(name) || isWanted(options, [name]);
  });
}

/** The account's own fields that the options want, by title or by number. */
export function chooseFields(options: Options, fields: readonly CustomField[]): readonly CustomField[] {
  return fields.filter((field) => isWanted(options, namesOf(field)));
}

/** What the options name that the table does not have. */
export function findUnknown(
  options: Options,
  columns: readonly Column[],
  fields: readonly CustomField[],
): readonly string[] {
  const known = new Set([...columns.map(({ name }) => name), ...fields.flatMap(namesOf)]);
  return options.columns.filter((name) => !known.has(name));
}

function isWanted({ columns }: Options, names: readonly string[]): boolean {
  return columns.length === 0 || names.some((name) => columns.includes(name));
}

/** A title that one of our own columns bears names that column. */
function namesOf({ id, column }: CustomField): readonly string[] {
  return [id, column.name, ...(column.headers ?? []).map((header) => header.toLowerCase())];
}
