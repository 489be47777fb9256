import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { types } from 'node:util';
import { createContext, runInContext, Script, type Context } from 'node:vm';
import { isEnumValue } from './enumeration';
import { isExposed } from './exposed';
import { cleanStack } from './stack';

/** The global scope of one execution: ECMAScript, console, Intl, WebAssembly and what `globals` receives; its own classes. */
export interface Realm {
  /** The contextified global object: services are put here before the script is loaded. */
  readonly globals: Context;
  /** The value as arrays, dates and plain objects of the script's own; exposed objects and enum values as they are. */
  readonly toScript: (value: unknown) => unknown;
  /** A function of the script's realm that hands its arguments to `call`. */
  readonly method: (name: string, call: (args: unknown[]) => unknown) => object;
  readonly object: () => object;
  /** An Error of the script's realm with this name, and with more members when they are given. */
  error(name: string, message: string, members?: object): Error;
  /** Whether something thrown was made by `error`. */
  owns(error: unknown): boolean;
  /**
   * Calls `action` as one evaluation: its microtasks run before this returns. Throws what the action threw, or the
   * reason of the promise it returned; a promise that never settles gives undefined.
   */
  evaluate(action: () => unknown): unknown;
}

/**
 * A fresh realm whose `Date` reads `now` and that ends what takes longer than `patience` real milliseconds; null: nothing, as a thread
 * that watches takes as long as a short execution itself.
 */
export function createRealm(now: () => number, patience: number | null): Realm {
  const globals = createContext({}, { microtaskMode: 'afterEvaluate' });
  const prelude = (preludeScript.runInContext(globals) as (now: () => number) => Prelude)(now);
  const made = new WeakSet<object>();
  const converted = new WeakMap<object, unknown>();

  const toScript = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || isExposed(value) || isEnumValue(value)) return value;
    if (Array.isArray(value)) return copyItems(value, prelude.array(), toScript);
    if (types.isDate(value)) return prelude.date(value.getTime());
    if (!isPlain(value)) return value;
    // A constant such as an enum written as plain object keeps its identity within the execution.
    if (!Object.isFrozen(value)) return copyEntries(value, prelude.object(), toScript);
    if (!converted.has(value)) converted.set(value, copyEntries(value, prelude.object(), toScript));
    return converted.get(value);
  };

  return {
    globals,
    toScript,
    method: prelude.method,
    object: prelude.object,
    error(name, message, members = {}) {
      const error = Object.assign(prelude.error(name, message), toScript(members));
      error.stack = cleanStack(error.stack ?? message);
      made.add(error);
      return error;
    },
    owns: (error) => typeof error === 'object' && error !== null && made.has(error),
    evaluate: (action) => evaluate(globals, prelude, patience, action),
  };
}

/** The value as arrays, dates and plain objects of this process's realm, circles kept; anything else as it is. */
export function fromScript(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copies = new Map<object, object>();
  const copy = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null || isExposed(item) || isEnumValue(item)) return item;
    if (types.isDate(item)) return new Date(item.getTime());
    if (!Array.isArray(item) && !isPlain(item)) return item;
    const known = copies.get(item);
    if (known) return known;
    const fresh = Array.isArray(item) ? [] : {};
    copies.set(item, fresh);
    return Array.isArray(item) ? copyItems(item, fresh as unknown[], copy) : copyEntries(item, fresh, copy);
  };
  return copy(value);
}

/** The value of a dotted name in the realm's global scope, `const` and `class` included; undefined when there is none. */
export function lookUp(globals: Context, name: string): unknown {
  return runInContext(`typeof ${name.split('.')[0] ?? ''} === 'undefined' ? undefined : ${name}`, globals);
}

interface Prelude {
  array(): unknown[];
  readonly object: () => object;
  date(milliseconds: number): object;
  error(name: string, message: string): Error;
  readonly method: (name: string, call: (args: unknown[]) => unknown) => object;
  follow(value: unknown): { settled: boolean; failed: boolean; value: unknown };
}

const preludeFile = join(__dirname, 'realm-prelude.js');
const preludeScript = new Script(readFileSync(preludeFile, 'utf8'), { filename: preludeFile });

const ENTRY = '\0entry';
const entryScript = new Script(`globalThis[${JSON.stringify(ENTRY)}]()`, { filename: preludeFile });

function evaluate(globals: Context, prelude: Prelude, patience: number | null, action: () => unknown): unknown {
  let end = { settled: false, failed: false, value: undefined as unknown };
  globals[ENTRY] = (): void => {
    Reflect.deleteProperty(globals, ENTRY);
    end = prelude.follow(action());
  };
  entryScript.runInContext(globals, patience === null ? {} : { timeout: patience });
  if (end.failed) throw end.value;
  return end.settled ? end.value : undefined;
}

/** Plain objects of any realm: their prototype is null or has none itself. */
function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function copyItems(from: readonly unknown[], to: unknown[], copy: (item: unknown) => unknown): unknown[] {
  for (const item of from) to.push(typeof item === 'object' && item !== null ? copy(item) : item);
  return to;
}

function copyEntries(from: object, to: object, copy: (item: unknown) => unknown): object {
  for (const [key, item] of Object.entries(from)) Reflect.set(to, key, copy(item));
  return to;
}
