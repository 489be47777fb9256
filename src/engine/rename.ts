import type { Rename, Stream } from '../connectors/connector';
import { escapePattern } from '../core/escape-pattern';
import { NO_COUNTS, type Counts, type Row, type Value } from '../core/model';
import type { Table } from '../destinations/destination';

/**
 * Replaces in the rows of `other` what the changes from the rows of `table` to `rows` rename; comes before `rows` are
 * written, as long as the old words are still known.
 */
export function applyRenames(stream: Stream, table: Table, rows: readonly Row[], other: Table): Counts {
  const { renames, columns } = stream;
  if (!renames || rows.length === 0 || table.size() === 0) return NO_COUNTS;
  const before = new Map<string, Row>();
  table.edit(
    columns.map(({ name }) => name),
    (row) => {
      before.set(keyOf(stream, row), row);
      return null;
    },
  );
  const found = rows.flatMap((row) => {
    const known = before.get(keyOf(stream, row));
    return known ? renames.read(known, row) : [];
  });
  return found.length === 0 ? NO_COUNTS : renameIn(other, found);
}

function keyOf({ key }: Stream, row: Row): string {
  return key.map((name) => String(row[name] ?? '')).join(' ');
}

function renameIn(table: Table, renames: readonly Rename[]): Counts {
  const columns = [...new Set(renames.map(({ column }) => column))];
  const renamers = columns.map((column) => {
    const texts = renames
      .filter((rename) => rename.column === column)
      .flatMap((rename) => Object.entries(rename.texts));
    return { column, rename: createRenamer(new Map(texts)) };
  });
  return table.edit(columns, (row) => {
    const change: Record<string, Value> = {};
    for (const { column, rename } of renamers) {
      const text = row[column];
      const renamed = typeof text === 'string' ? rename(text) : text;
      if (renamed !== undefined && renamed !== text) change[column] = renamed;
    }
    return Object.keys(change).length > 0 ? change : null;
  });
}

const SEPARATOR = ', ';

/** Replaces the parts of a text, all at once: a new part is not replaced again. A part may hold the separator itself. */
function createRenamer(names: ReadonlyMap<string, string>): (text: string) => string {
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const part = new RegExp(`(^|${SEPARATOR})(${longestFirst.join('|')})(?=${SEPARATOR}|$)`, 'g');
  return (text) => text.replace(part, (_, before: string, old: string) => before + (names.get(old) ?? old));
}
