import type { UserStore } from './state';

/**
 * What every emulated Google service asks of the machine it runs on. The machine (`machine.ts`) is one Google account
 * with its files, properties and triggers; a host is one execution on it.
 */
export interface Host {
  /** Virtual time, in milliseconds since 1970. */
  now(): number;
  /** Lets virtual time pass: the execution is killed at the first service call after its six minutes. */
  advance(ms: number): void;
  /** The script's time zone (appsscript.json), an IANA name. */
  readonly timeZone: string;
  /** The active user's language, such as `fr`. */
  readonly locale: string;
  /** The active user's address. */
  readonly email: string;
  /** The active user's own properties, cache and lock. */
  readonly userStore: UserStore;
  readonly authMode: AuthMode;
  /** Who started the execution: user interface exists for a menu item, a page, an editor run and a simple trigger. */
  readonly caller: Caller;
  /**
   * Throws Google's `Exception: message`, an Error of the running script's realm whose name is `Exception` unless another
   * is told, with the members that are given.
   */
  fail(message: string, name?: string, members?: object): never;
  /**
   * The object a script sees. Each method call is counted as `Service.method`, may be hit by a fault or by the
   * six-minute kill, and costs virtual time; what it returns is turned into arrays, dates and plain objects of the
   * script's own realm, so that `instanceof` works there. Arguments that Google's typings do not allow are refused. A
   * name outside `methods` is undefined, or throws that the local Apps Script lacks it when Google has it. `String(object)` is the last word of `service`, as on Google.
   */
  expose<T extends object>(service: string, methods: T, rules?: Rules<T>): T;
  /**
   * Uses up one unit (or `amount`) of a quota, such as `urlfetch` or `sheets.reads`; throws Google's text when the
   * day's or minute's allowance of the account kind is spent.
   */
  spend(quota: string, amount?: number): void;
  /** Calls back once, when the execution is over: buffered writes are applied or lost then, locks are released. */
  onEnd(callback: (ending: Ending) => void): void;
}

/** How an execution is started: `editor` is the Run button, `custom` a function in a cell's formula, `web` the web app. */
export type Caller = 'menu' | 'trigger' | 'simple' | 'page' | 'editor' | 'custom' | 'web';

/** Whether nobody sits before the spreadsheet for whom that caller could show something. */
export function isUnattended(caller: Caller): boolean {
  return caller === 'trigger' || caller === 'custom' || caller === 'web';
}

export type Ending = 'done' | 'failed' | 'killed';

/** As in Google's authorisation life cycle: what a simple trigger, a menu click or a not yet enabled add-on may do. */
export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

export interface Rules<T> {
  /**
   * Methods that reach Google's servers, and what a call costs in virtual milliseconds: by name, or a function from the
   * name. A method without a cost is a handle: counted, free, never hit by a kill.
   */
  readonly cost?: { readonly [M in keyof T]?: Cost } | ((method: string) => Cost | undefined);
  /** Throws where a call is not allowed, before it takes place. */
  readonly check?: (method: string, args: readonly unknown[]) => void;
}

/** Virtual milliseconds of a call, or how they follow from its arguments. */
export type Cost = number | ((...args: never[]) => number);

/** The documented table of costs, in milliseconds (design figure: what a call takes on Google's servers). */
export const COSTS = {
  fetch: 1500,
  /** One read or write of cells or structure, to which each cell adds `perCell`. */
  cells: 200,
  perCell: 0.01,
  flush: 500,
  property: 50,
  /** Any other call that reaches Google's servers: a lock, a cache entry, a trigger, a mail, a file. */
  service: 50,
  /** A look at the clock, so that a script that waits in a loop comes to an end. */
  clock: 0.01,
} as const;
