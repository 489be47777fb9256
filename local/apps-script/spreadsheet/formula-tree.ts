import type { CellReference, Formula, Token } from './formula';

/** A formula as what has to be computed. */
export type Tree =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'reference'; readonly reference: CellReference }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[] }
  | { readonly kind: 'operation'; readonly operator: string; readonly args: readonly Tree[] };

/** What a formula computes; null when it is not well formed (Sheets shows `#ERROR!`). Arguments part at `,` and `;`. */
export function toTree(formula: Formula): Tree | null {
  let tree = trees.get(formula);
  if (tree === undefined) {
    const reader = { tokens: formula.tokens.filter((token) => token.kind !== 'space'), at: 0 };
    const read = readOperation(reader, 0);
    trees.set(formula, (tree = reader.at === reader.tokens.length ? read : null));
  }
  return tree;
}

const trees = new WeakMap<Formula, Tree | null>();

/** Weakest first. */
const LEVELS = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function readOperation(reader: Reader, level: number): Tree | null {
  const operators = LEVELS[level];
  if (!operators) return readSigned(reader);
  let left = readOperation(reader, level + 1);
  for (let next = operator(reader); left && next !== null && operators.includes(next); next = operator(reader)) {
    reader.at++;
    const right = readOperation(reader, level + 1);
    left = right && { kind: 'operation', operator: next, args: [left, right] };
  }
  return left;
}

function readSigned(reader: Reader): Tree | null {
  const sign = operator(reader);
  if (sign !== '-' && sign !== '+') return readPercent(reader);
  reader.at++;
  const operand = readSigned(reader);
  return operand && { kind: 'operation', operator: sign === '-' ? 'negate' : 'keep', args: [operand] };
}

function readPercent(reader: Reader): Tree | null {
  const tree = readAtom(reader);
  if (!tree || operator(reader) !== '%') return tree;
  reader.at++;
  return { kind: 'operation', operator: '%', args: [tree] };
}

function readAtom(reader: Reader): Tree | null {
  const token = reader.tokens[reader.at++];
  if (!token) return null;
  if (token.kind === 'reference') return { kind: 'reference', reference: token.reference };
  if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
  if (token.kind === 'string') return { kind: 'value', value: token.text.slice(1, -1).replace(/""/g, '"') };
  if (token.kind === 'error') return { kind: 'error', text: token.text };
  if (token.kind === 'name')
    return operator(reader) === '(' ? readCall(reader, token.text) : { kind: 'name', name: token.text };
  if (token.text !== '(') return null;
  const inner = readOperation(reader, 0);
  return inner && take(reader, ')') ? inner : null;
}

function readCall(reader: Reader, name: string): Tree | null {
  reader.at++;
  const args: Tree[] = [];
  if (take(reader, ')')) return { kind: 'call', name: name.toUpperCase(), args };
  do {
    const arg = readOperation(reader, 0);
    if (!arg) return null;
    args.push(arg);
  } while (take(reader, ',') || take(reader, ';'));
  return take(reader, ')') ? { kind: 'call', name: name.toUpperCase(), args } : null;
}

function operator(reader: Reader): string | null {
  const token = reader.tokens[reader.at];
  return token?.kind === 'operator' ? token.text : null;
}

function take(reader: Reader, text: string): boolean {
  const isNext = operator(reader) === text;
  if (isNext) reader.at++;
  return isNext;
}
