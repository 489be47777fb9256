import type { Column } from '../core/columns';
import type { Json, JsonObject, Value } from '../core/model';
import { isList, isObject } from './fields';

/** A row under construction. */
export type Draft = Record<string, Value>;

/**
 * A function that flattens records into the rows of `columns`:
 * - nested objects become dotted paths, except where a column bears the object's own path: it holds JSON text;
 * - lists of plain values are joined by `, `, other lists are JSON text, empty lists and objects are null;
 * - a field whose name `isLeftOut` never appears, at any depth, also inside JSON text;
 * - fields that no column describes are kept under their path.
 * A column that is null stands in the row only where `keepsNulls`: for rows in which absent does not mean empty.
 */
export function createFlatten(
  columns: readonly Column[],
  isLeftOut: (name: string) => boolean,
  keepsNulls: boolean,
): (record: JsonObject) => Draft {
  const leftOut = remember(isLeftOut);
  const root = planOf(columns, keepsNulls);
  return (record) => {
    const row: Draft = {};
    fill(row, record, root, leftOut);
    return row;
  };
}

/** Where the fields below one path go: worked out once for each name that is ever seen there. */
interface Plan {
  readonly path: string;
  readonly depth: number;
  readonly leftOut: boolean;
  /** An object here is written as JSON text. */
  readonly isColumn: boolean;
  /** What is null when the field is: columns below this path, or the field itself. */
  readonly nulls: string[];
  readonly fields: Map<string, Plan>;
}

/** Deeper objects are written as JSON text. */
const DEEPEST = 8;

function planOf(columns: readonly Column[], keepsNulls: boolean): Plan {
  const root: Plan = { path: '', depth: 0, leftOut: false, isColumn: false, nulls: [], fields: new Map() };
  const names = new Set(columns.map((column) => column.name));
  for (const column of names) {
    let plan = root;
    for (const field of column.split('.')) {
      plan = plan.fields.get(field) ?? addField(plan, field, false, { nulls: [], columns: names });
      if (keepsNulls) plan.nulls.push(column);
    }
  }
  return root;
}

/** `known`: what is declared; without it the field is one that no column describes. */
function addField(
  parent: Plan,
  field: string,
  leftOut: boolean,
  known?: { readonly nulls: string[]; readonly columns: ReadonlySet<string> },
): Plan {
  const path = parent.path === '' ? field : `${parent.path}.${field}`;
  const depth = parent.depth + 1;
  const isColumn = known?.columns.has(path) ?? depth >= DEEPEST;
  const plan: Plan = { path, depth, leftOut, isColumn, nulls: known?.nulls ?? [path], fields: new Map() };
  parent.fields.set(field, plan);
  return plan;
}

type IsLeftOut = (name: string) => boolean;

function fill(row: Draft, record: JsonObject, plan: Plan, isLeftOut: IsLeftOut): void {
  for (const field in record) {
    const at = plan.fields.get(field) ?? addField(plan, field, isLeftOut(field));
    const value = record[field];
    if (at.leftOut || value === undefined) continue;
    if (typeof value !== 'object') row[at.path] = value;
    else if (value === null) fillNull(row, at);
    else if (isList(value)) row[at.path] = listText(value, isLeftOut);
    else if (at.isColumn) row[at.path] = objectText(value, isLeftOut);
    else if (isEmpty(value)) fillNull(row, at);
    else fill(row, value, at, isLeftOut);
  }
}

function fillNull(row: Draft, plan: Plan): void {
  for (const column of plan.nulls) row[column] = null;
}

function listText(list: readonly Json[], isLeftOut: IsLeftOut): string | null {
  if (list.length === 0) return null;
  const plain = list.every((item) => typeof item !== 'object' || item === null);
  return plain ? list.filter((item) => item !== null).join(', ') : objectText(list, isLeftOut);
}

function objectText(value: Json, isLeftOut: IsLeftOut): string | null {
  if (isObject(value) && isEmpty(value)) return null;
  return JSON.stringify(value, (name: string, inner: unknown) => (isLeftOut(name) ? undefined : inner));
}

function isEmpty(value: JsonObject): boolean {
  return Object.keys(value).length === 0;
}

/** `isLeftOut`, asked once for each name. `__proto__` would be a prototype, not a field. */
function remember(isLeftOut: IsLeftOut): IsLeftOut {
  const known = new Map<string, boolean>([['__proto__', true]]);
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const answer = isLeftOut(name);
    known.set(name, answer);
    return answer;
  };
}
