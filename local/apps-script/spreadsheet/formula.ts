import { toColumnIndex, toColumnName, quoteSheet } from './a1';
import type { Axis } from './area';
import type { Change } from './change';

/** Where a formula stands, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * A formula without its place: relative references are kept as distances, so that `=B2*2` in row 2 and `=B3*2` in row 3
 * are one shared object, and a cell that moves with its row needs no rewriting.
 */
export interface Formula {
  readonly tokens: readonly Token[];
  /** Whether it only looks at its own row of its own tab: then rows can come and go around it. */
  readonly staysInRow: boolean;
}

export type Token =
  | { readonly kind: 'space' | 'number' | 'string' | 'name' | 'operator' | 'error'; readonly text: string }
  | { readonly kind: 'reference'; readonly reference: CellReference };

/** A cell, or a range of cells when `to` is there; an absent coordinate is a whole row or column. */
export interface CellReference {
  /** The tab's id; a name when no tab bears it; null for the formula's own tab. */
  readonly sheet: number | string | null;
  readonly from: Point;
  readonly to: Point | null;
}

export interface Point {
  readonly row: Coordinate | null;
  readonly column: Coordinate | null;
}

export interface Coordinate {
  readonly absolute: boolean;
  /** The line when absolute, else the distance from the formula's place. */
  readonly at: number;
}

/** The formula that a source such as `=B2*2` is at a place; `idOf` finds a tab by its name. */
export function parseFormula(source: string, place: Place, idOf: (name: string) => number | null): Formula {
  const tokens: Token[] = [];
  for (const match of source.slice(1).matchAll(TOKENS)) tokens.push(toToken(match, place, idOf));
  return intern(tokens);
}

/** The source of a formula at a place; `nameOf` names a tab by its id. */
export function renderFormula(formula: Formula, place: Place, nameOf: (id: number) => string | null): string {
  let source = '=';
  for (const token of formula.tokens) {
    source += token.kind === 'reference' ? renderReference(token.reference, place, nameOf) : token.text;
  }
  return source;
}

/** The formula after a change to a tab's lines: it stood at `from` and stands at `to`, on the tab `sheetId`. */
export function followChange(formula: Formula, change: Change, sheetId: number, from: Place, to: Place): Formula {
  if (formula.staysInRow && change.axis === 'row') return formula;
  const tokens = formula.tokens.map((token): Token => {
    if (token.kind !== 'reference') return token;
    const moved = moveReference(token.reference, change, sheetId, from, to);
    return moved ? { kind: 'reference', reference: moved } : { kind: 'error', text: '#REF!' };
  });
  return intern(tokens);
}

/** The line that a coordinate means for a formula at a line. */
export function resolve({ absolute, at }: Coordinate, line: number): number {
  return absolute ? at : at + line;
}

const TOKENS = new RegExp(
  [
    '(?<space>\\s+)',
    '(?<string>"(?:[^"]|"")*")',
    "(?:(?<sheet>'(?:[^']|'')+'|[A-Za-z_][A-Za-z0-9_]*)!)?" +
      '(?<from>\\$?[A-Za-z]{1,3}\\$?[1-9]\\d*(?![\\w(.])|\\$?[A-Za-z]{1,3}(?=:\\$?[A-Za-z]{1,3}(?![\\w(]))|\\$?[1-9]\\d*(?=:\\$?[1-9]))' +
      '(?::(?<to>\\$?[A-Za-z]{1,3}\\$?[1-9]\\d*(?![\\w(])|\\$?[A-Za-z]{1,3}(?![\\w(])|\\$?[1-9]\\d*(?!\\w)))?',
    '(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|\\.\\d+)',
    '(?<error>#[A-Z/0]+[!?]?)',
    '(?<name>[A-Za-z_\\u00c0-\\u024f][\\w.\\u00c0-\\u024f]*)',
    '(?<operator><>|<=|>=|[\\s\\S])',
  ].join('|'),
  'g',
);

function toToken(match: RegExpExecArray, place: Place, idOf: (name: string) => number | null): Token {
  const groups = match.groups ?? {};
  const { sheet, from, to } = groups;
  if (from !== undefined) {
    const name = sheet === undefined ? null : sheet.startsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
    const target = name === null ? null : (idOf(name) ?? name);
    const reference = { sheet: target, from: toPoint(from, place), to: to === undefined ? null : toPoint(to, place) };
    return { kind: 'reference', reference };
  }
  for (const kind of ['space', 'string', 'number', 'error', 'name'] as const) {
    if (groups[kind] !== undefined) return { kind, text: match[0] };
  }
  return { kind: 'operator', text: match[0] };
}

function toPoint(text: string, place: Place): Point {
  const [, columnLock = '', letters, rowLock = '', digits] = /^(\$?)([A-Za-z]+)?(\$?)(\d+)?$/.exec(text) ?? [];
  const isRowOnly = letters === undefined;
  return {
    column: isRowOnly ? null : toCoordinate(columnLock === '$', toColumnIndex(letters), place.column),
    row:
      digits === undefined
        ? null
        : toCoordinate((isRowOnly ? columnLock : rowLock) === '$', Number(digits) - 1, place.row),
  };
}

function toCoordinate(absolute: boolean, line: number, origin: number): Coordinate {
  return { absolute, at: absolute ? line : line - origin };
}

function renderReference(reference: CellReference, place: Place, nameOf: (id: number) => string | null): string {
  const { sheet, from, to } = reference;
  const name = typeof sheet === 'number' ? nameOf(sheet) : sheet;
  if (typeof sheet === 'number' && name === null) return '#REF!';
  const cells = renderPoint(from, place) + (to ? `:${renderPoint(to, place)}` : '');
  return name === null ? cells : `${quoteSheet(name)}!${cells}`;
}

function renderPoint({ row, column }: Point, place: Place): string {
  const letters = column ? (column.absolute ? '$' : '') + toColumnName(resolve(column, place.column)) : '';
  const digits = row ? `${row.absolute ? '$' : ''}${String(resolve(row, place.row) + 1)}` : '';
  return letters + digits;
}

function moveReference(
  reference: CellReference,
  change: Change,
  sheetId: number,
  from: Place,
  to: Place,
): CellReference | null {
  const { axis } = change;
  const first = reference.from[axis];
  const last = (reference.to ?? reference.from)[axis];
  if (!first || !last) return reference;
  const a = resolve(first, from[axis]);
  const b = resolve(last, from[axis]);
  const isHere = (reference.sheet ?? sheetId) === change.sheetId;
  const span = { start: Math.min(a, b), end: Math.max(a, b) + 1 };
  const moved = isHere ? change.map(span) : span;
  if (!moved) return null;
  const start = { absolute: first.absolute, at: moved.start - (first.absolute ? 0 : to[axis]) };
  const end = { absolute: last.absolute, at: moved.end - 1 - (last.absolute ? 0 : to[axis]) };
  return {
    sheet: reference.sheet,
    from: withCoordinate(reference.from, axis, start),
    to: reference.to && withCoordinate(reference.to, axis, end),
  };
}

function withCoordinate(point: Point, axis: Axis, coordinate: Coordinate): Point {
  return axis === 'row' ? { ...point, row: coordinate } : { ...point, column: coordinate };
}

const known = new Map<string, Formula>();

function intern(tokens: readonly Token[]): Formula {
  const key = JSON.stringify(tokens);
  let formula = known.get(key);
  if (!formula) known.set(key, (formula = { tokens, staysInRow: tokens.every(isInRow) }));
  return formula;
}

function isInRow(token: Token): boolean {
  if (token.kind !== 'reference') return true;
  const { sheet, from, to } = token.reference;
  return sheet === null && [from, to ?? from].every(({ row }) => row !== null && !row.absolute && row.at === 0);
}
