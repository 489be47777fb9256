import type { Area } from './area';

/** The letters of a column counted from 0: 0 is `A`, 26 is `AA`, 18277 is `ZZZ`. */
export function toColumnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The number, from 0, of a column's letters. */
export function toColumnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `B2` or `B2:C9`; whole columns and rows are written with their cells, as Range.getA1Notation does for bounded ranges. */
export function toA1({ row, column, rows, columns }: Area): string {
  const first = `${toColumnName(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${toColumnName(column + columns - 1)}${row + rows}`;
}

/** A reference as written: the tab it names, if any, and its corners, each open where the notation leaves it open. */
export interface Reference {
  readonly sheet: string | null;
  /** null: the whole tab (`Sheet1` alone, or `A:ZZZ` less bounded ends). */
  readonly top: number | null;
  readonly left: number | null;
  readonly bottom: number | null;
  readonly right: number | null;
}

const CELLS = /^\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/;

const R1C1 = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i;

/** What an A1 notation names, such as `B2`, `A:C`, `2:5`, `'My tab'!B2:C`, or R1C1 notation; null when it is none. */
export function parseA1(notation: string): Reference | null {
  const cut = notation.lastIndexOf('!');
  const sheet = cut < 0 ? null : unquote(notation.slice(0, cut));
  const cells = notation.slice(cut + 1).trim();
  const numbers = R1C1.exec(cells);
  if (numbers) return parseR1C1(sheet, numbers);
  const match = CELLS.exec(cells);
  if (!match || cells === '') return null;
  const [, left, top, right, bottom] = match;
  const isOpen = !cells.includes(':');
  if (isOpen && (left === undefined || top === undefined)) return null;
  if (!isOpen && left === undefined && top === undefined) return null;
  return ordered(sheet, toCorner(left, top), isOpen ? toCorner(left, top) : toCorner(right, bottom));
}

/** The reference's cells on a grid of this size: open ends reach the grid's last row and column. */
export function toArea(reference: Reference, maxRows: number, maxColumns: number): Area {
  const row = reference.top ?? 0;
  const column = reference.left ?? 0;
  return {
    row,
    column,
    rows: (reference.bottom ?? maxRows - 1) - row + 1,
    columns: (reference.right ?? maxColumns - 1) - column + 1,
  };
}

/** A reference with an open end as Range.getA1Notation writes it, such as `A:C`, `2:5` or `B2:C`; null without one. */
export function openNotation({ top, left, bottom, right }: Reference): string | null {
  if (bottom !== null && right !== null) return null;
  const corner = (row: number | null, column: number | null): string =>
    (column === null ? '' : toColumnName(column)) + (row === null ? '' : String(row + 1));
  return `${corner(top, left)}:${corner(bottom, right)}`;
}

/** A tab's name as it stands in a reference: quoted, with its quotes doubled. */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

function parseR1C1(sheet: string | null, [, top, left, bottom = top, right = left]: RegExpExecArray): Reference {
  const corner = (row = '', column = ''): Corner => ({ row: Number(row) - 1, column: Number(column) - 1 });
  return ordered(sheet, corner(top, left), corner(bottom, right));
}

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

function toCorner(letters: string | undefined, digits: string | undefined): Corner {
  return {
    row: digits === undefined ? null : Number(digits) - 1,
    column: letters === undefined ? null : toColumnIndex(letters),
  };
}

function ordered(sheet: string | null, a: Corner, b: Corner): Reference {
  const [top, bottom] = pair(a.row, b.row);
  const [left, right] = pair(a.column, b.column);
  return { sheet, top, left, bottom, right };
}

function pair(a: number | null, b: number | null): [number | null, number | null] {
  return a !== null && b !== null && a > b ? [b, a] : [a, b];
}

function unquote(name: string): string {
  return name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}
