import type { Column } from '../core/columns';

/** The headers that this project wrote into a tab, by column name: kept as metadata, since users name columns too. */
export type Headers = Readonly<Record<string, string>>;

/**
 * The header of a column that is to be made: the first of those it asks for that is not in `taken`, or else the first of
 * them with `(Wedof)`, `(Wedof 2)`, ... after it. Adds it to `taken`.
 */
export function chooseHeader(column: Pick<Column, 'name' | 'headers'>, taken: Set<string>, owner: string): string {
  const wanted = (column.headers ?? [column.name]).map((header) => header.trim()).filter((header) => header !== '');
  const [first = owner] = wanted;
  const header = wanted.find((each) => !taken.has(each)) ?? withOwner(first, taken, owner);
  taken.add(header);
  return header;
}

function withOwner(header: string, taken: ReadonlySet<string>, owner: string): string {
  for (let n = 1; ; n += 1) {
    const longer = n === 1 ? `${header} (${owner})` : `${header} (${owner} ${String(n)})`;
    if (!taken.has(longer)) return longer;
  }
}
