import type { Column } from '../../../core/columns';

/** The same columns below a path, such as `attendee`. */
export function prefixColumns(path: string, columns: readonly Column[]): readonly Column[] {
  return columns.map((column) => ({ ...column, name: `${path}.${column.name}` }));
}
