import { resolve, type CellReference, type Coordinate, type Formula, type Place } from './formula';
import { FUNCTIONS } from './functions';
import { toTree, type Tree } from './formula-tree';
import type { Value } from './row';
import type { Tab, Workbook } from './workbook';

/** A computed value, or the text of an error such as `#DIV/0!`. */
export type Result = Value | FormulaError;

export interface FormulaError {
  readonly error: string;
}

/** The value that a cell shows, its formula computed: errors come as their text, as Range.getValues gives them. */
export function computedValue(workbook: Workbook, tab: Tab, row: number, column: number): Value {
  const result = cellResult(memoOf(workbook), tab, row, column);
  return typeof result === 'object' ? result.error : result;
}

/** The numbers that the SPARKLINE in a cell draws; null when there is none. */
export function sparklineAt(workbook: Workbook, tab: Tab, row: number, column: number): readonly number[] | null {
  const formula = tab.grid.formulaAt(row, column);
  const tree = formula && toTree(formula);
  if (tree?.kind !== 'call' || tree.name !== 'SPARKLINE' || !tree.args[0]) return null;
  const outcome = evaluate(tree.args[0], { memo: memoOf(workbook), tab, place: { row, column } });
  return (isBlock(outcome) ? outcome.flat() : [outcome]).filter((value) => typeof value === 'number');
}

/** Whether a source such as `=+1+1` would be taken as a formula when it is typed without its `=`. */
export function isWellFormed(formula: Formula): boolean {
  return toTree(formula) !== null;
}

interface Memo {
  readonly workbook: Workbook;
  readonly revision: number;
  /** By tab and cell; null while it is being computed, which is a circle. */
  readonly results: Map<string, Result | null>;
}

const memos = new WeakMap<Workbook, Memo>();

function memoOf(workbook: Workbook): Memo {
  const revision = workbook.tabs.reduce((sum, tab) => sum + tab.grid.revision, 0) + workbook.ids + workbook.tabs.length;
  const known = memos.get(workbook);
  if (known?.revision === revision) return known;
  const fresh = { workbook, revision, results: new Map<string, Result | null>() };
  memos.set(workbook, fresh);
  return fresh;
}

function cellResult(memo: Memo, tab: Tab, row: number, column: number): Result {
  const formula = tab.grid.formulaAt(row, column);
  if (!formula) return tab.grid.valueAt(row, column);
  const key = `${String(tab.id)}:${String(row)}:${String(column)}`;
  const known = memo.results.get(key);
  if (known === null) return { error: '#REF!' };
  if (known !== undefined) return known;
  memo.results.set(key, null);
  const tree = toTree(formula);
  const result = tree ? single(evaluate(tree, { memo, tab, place: { row, column } })) : { error: '#ERROR!' };
  memo.results.set(key, result);
  return result;
}

interface Scope {
  readonly memo: Memo;
  readonly tab: Tab;
  readonly place: Place;
}

/** One value, or a block of cells by row. */
export type Outcome = Result | readonly (readonly Result[])[];

function evaluate(tree: Tree, scope: Scope): Outcome {
  if (tree.kind === 'value') return tree.value;
  if (tree.kind === 'error') return { error: tree.text };
  if (tree.kind === 'name') return nameValue(tree.name);
  if (tree.kind === 'reference') return read(tree.reference, scope);
  if (tree.kind === 'call' && tree.name === 'ROW' && tree.args.length === 0) return scope.place.row + 1;
  if (tree.kind === 'call' && tree.name === 'ROW') return firstRow(tree.args[0], scope);
  if (tree.kind === 'call') {
    const call = FUNCTIONS[tree.name];
    if (!call) return { error: '#NAME?' };
    return call(tree.args.map((arg) => () => evaluate(arg, scope)));
  }
  return operate(
    tree.operator,
    tree.args.map((arg) => single(evaluate(arg, scope))),
  );
}

function nameValue(name: string): Result {
  const word = name.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : { error: '#NAME?' };
}

function firstRow(tree: Tree | undefined, { place }: Scope): Result {
  if (tree?.kind !== 'reference') return { error: '#N/A' };
  const { row } = tree.reference.from;
  return row ? resolve(row, place.row) + 1 : 1;
}

function read({ sheet, from, to }: CellReference, { memo, tab, place }: Scope): Outcome {
  const target = sheet === null ? tab : memo.workbook.tabs.find(({ id }) => id === sheet);
  if (!target) return { error: '#REF!' };
  const [top, bottom] = lines(from.row, (to ?? from).row, place.row, target.grid.maxRows);
  const [left, right] = lines(from.column, (to ?? from).column, place.column, target.grid.maxColumns);
  if (top < 0 || left < 0 || bottom >= target.grid.maxRows || right >= target.grid.maxColumns)
    return { error: '#REF!' };
  if (!to) return cellResult(memo, target, top, left);
  const cells: Result[][] = [];
  const end = Math.min(bottom, target.grid.rows.length - 1);
  for (let row = top; row <= end; row++) {
    cells.push(Array.from({ length: right - left + 1 }, (_, i) => cellResult(memo, target, row, left + i)));
  }
  return cells;
}

function lines(a: Coordinate | null, b: Coordinate | null, origin: number, count: number): [number, number] {
  const first = a ? resolve(a, origin) : 0;
  const last = b ? resolve(b, origin) : count - 1;
  return [Math.min(first, last), Math.max(first, last)];
}

function single(outcome: Outcome): Result {
  return isBlock(outcome) ? (outcome[0]?.[0] ?? '') : outcome;
}

function isBlock(outcome: Outcome): outcome is readonly (readonly Result[])[] {
  return Array.isArray(outcome);
}

function operate(operator: string, args: readonly Result[]): Result {
  const failed = args.find((arg) => typeof arg === 'object');
  if (failed !== undefined) return failed;
  const [a = '', b = ''] = args.map((arg) => (typeof arg === 'object' ? '' : arg));
  if (operator === '&') return toText(a) + toText(b);
  if (operator in COMPARISONS) return COMPARISONS[operator]?.(compare(a, b)) ?? false;
  if (operator === 'keep') return a;
  const x = toNumber(a);
  const y = operator === 'negate' || operator === '%' ? 0 : toNumber(b);
  if (x === null || y === null) return { error: '#VALUE!' };
  if (operator === '/' && y === 0) return { error: '#DIV/0!' };
  return ARITHMETIC[operator]?.(x, y) ?? { error: '#ERROR!' };
}

const ARITHMETIC: Readonly<Record<string, (x: number, y: number) => number>> = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '/': (x, y) => x / y,
  '^': (x, y) => x ** y,
  '%': (x) => x / 100,
  negate: (x) => -x,
};

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

/** Numbers before texts before truth values; texts without regard to case; an empty cell is 0 and the empty text. */
function compare(a: Value, b: Value): number {
  if (a === '' && typeof b === 'number') return compare(0, b);
  if (b === '' && typeof a === 'number') return compare(a, 0);
  const rank = (value: Value): number => ['number', 'string', 'boolean'].indexOf(typeof value);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const [x, y] = typeof a === 'string' && typeof b === 'string' ? [a.toLowerCase(), b.toLowerCase()] : [a, b];
  return x < y ? -1 : x > y ? 1 : 0;
}

function toNumber(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = value.trim() === '' ? 0 : Number(value);
  return value !== '' && value.trim() === '' ? null : Number.isNaN(number) ? null : number;
}

function toText(value: Value): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
