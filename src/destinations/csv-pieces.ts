import { hashText } from '../core/fnv';
import { utf8Length } from '../core/utf8';
import type { Cell } from '../platform/services';
import type { Table } from './destination';
import { toCsvLine } from './to-csv-line';

/** The lines of some rows of a table; the first piece has the header line before them. */
export interface CsvPiece {
  readonly text: string;
  readonly bytes: number;
  readonly rows: number;
  /** Where the next piece begins. */
  readonly next: number;
  /** Equal for equal texts, and hardly for others. */
  readonly hash: number;
}

/** The piece that begins at a row (from 0) of the table, or null past its last row. */
export type ReadPiece = (first: number) => CsvPiece | null;

/** What one spreadsheet call reads in good time: 4,000 rows of 60 columns. */
const CELLS = 240_000;

/** Reads a table in pieces, each with one `Table.read`; the last piece is remembered, since two uploads may share it. */
export function createCsvPieces(table: Table, separator: string): ReadPiece {
  let last: { readonly first: number; readonly piece: CsvPiece } | null = null;
  return (first) => {
    if (last?.first === first) return last.piece;
    const piece = readPiece(table, separator, first);
    if (piece) last = { first, piece };
    return piece;
  };
}

/** The hash of several pieces, given that of those before this one (0 before the first). */
export function mixHash(hash: number, piece: CsvPiece): number {
  return hashText(`${hash} ${piece.hash}`);
}

function readPiece(table: Table, separator: string, first: number): CsvPiece | null {
  const columns = table.columns();
  const count = Math.max(1, Math.floor(CELLS / Math.max(1, columns.length)));
  const rows = table.read(first, count);
  if (rows === null && first > 0) return null;
  const header = columns.map((column) => column.header);
  const kinds = columns.map((column) => column.kind);
  const lines = (rows ?? []).map((cells: readonly Cell[]) => toCsvLine(cells, kinds, separator));
  // Excel knows UTF-8 by the byte order mark alone.
  const text = (first === 0 ? '\ufeff' + toCsvLine(header, [], separator) : '') + lines.join('');
  return { text, bytes: utf8Length(text), rows: lines.length, next: first + count, hash: hashText(text) };
}
