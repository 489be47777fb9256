import type { BridgeOptions, Ended } from './protocol';

/**
 * Makes the global `google.script` of a page, with Google's rules (developers.google.com, "HTML Service: Communicate with
 * server functions" and "Class google.script.host").
 */
export function installBridge({ functions, person, origin }: BridgeOptions): void {
  const line = createLine();
  const send: Send = (name, args, handlers) => {
    line(async () => {
      const settle = await call({ person, name, args }, handlers);
      // Outside any promise: what a handler throws is an error of the page.
      setTimeout(settle);
    });
  };
  const host = {
    origin,
    close: () => void post('/close', { person }).catch(() => undefined),
    editor: {
      focus: () => {
        window.parent.focus();
      },
    },
  };
  const script = Object.freeze({ run: createRunner(functions, send, {}), host: Object.freeze(host) });
  Object.defineProperty(window, 'google', { value: Object.freeze({ script }) });
}

interface Handlers {
  readonly success?: (value: unknown, user: unknown) => void;
  readonly failure?: (error: Error, user: unknown) => void;
  readonly user?: unknown;
}

type Send = (name: string, args: readonly unknown[], handlers: Handlers) => void;

/** A runner never changes: each `with...` gives another one. */
function createRunner(functions: readonly string[], send: Send, handlers: Handlers): object {
  const derive = (more: Handlers): object => createRunner(functions, send, { ...handlers, ...more });
  const calls = functions.map((name) => [
    name,
    (...args: unknown[]) => {
      send(name, toWire(args), handlers);
    },
  ]);
  return Object.freeze({
    ...(Object.fromEntries(calls) as object),
    withSuccessHandler: (success: NonNullable<Handlers['success']>) => derive({ success }),
    withFailureHandler: (failure: NonNullable<Handlers['failure']>) => derive({ failure }),
    withUserObject: (user: unknown) => derive({ user }),
  });
}

const MOST_CALLS = 10;

/** Starts ten at most at a time; later ones wait. */
function createLine(): (start: () => Promise<void>) => void {
  const waiting: (() => Promise<void>)[] = [];
  let active = 0;
  const next = (): void => {
    const start = active < MOST_CALLS ? waiting.shift() : undefined;
    if (!start) return;
    active += 1;
    void start().finally(() => {
      active -= 1;
      next();
    });
  };
  return (start) => {
    waiting.push(start);
    next();
  };
}

/** Calls a function of the script; returns what is left to do then. */
async function call(body: object, { success, failure, user }: Handlers): Promise<() => void> {
  const ended = await ask(body);
  if (ended.status === 'done') return () => success?.(ended.value, user);
  const error = Object.assign(new Error(ended.error.message), { name: ended.error.name });
  return () => {
    if (!failure) throw error;
    failure(error, user);
  };
}

async function ask(body: object): Promise<Ended> {
  try {
    const response = await post('/run', body);
    const answer = (await response.json()) as { ok: true; value: Ended } | { ok: false; error: string };
    return answer.ok ? answer.value : failed('ScriptError', answer.error);
  } catch {
    return failed('NetworkError', 'Connection failure due to HTTP 0');
  }
}

function failed(name: string, message: string): Ended {
  return { status: 'failed', error: { name, message } };
}

function post(path: string, body: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body), keepalive: path === '/close' });
}

/** The arguments as they travel. Throws a TypeError for what Google does not send. */
function toWire(args: readonly unknown[]): readonly unknown[] {
  const [first] = args;
  if (args.length === 1 && first instanceof HTMLFormElement) return [toFields(first)];
  return args.map((arg, i) => toPlain(arg, String(i), []) ?? null);
}

function toPlain(value: unknown, property: string, above: readonly object[]): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') throw illegal(property);
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) throw new TypeError('Failed due to circular reference.');
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item, i) => toPlain(item, String(i), inside) ?? null);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw illegal(property);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item, key, inside)]));
}

/** A form by the names of its fields; several of one name are a list. */
function toFields(form: HTMLFormElement): object {
  const fields = new FormData(form);
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const values = fields.getAll(name).map((value) => (typeof value === 'string' ? value : toFile(name)));
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function toFile(name: string): never {
  throw new Error(`The workbench sends no files, as in the field ${name}.`);
}

function illegal(property: string): TypeError {
  return new TypeError(`Failed due to illegal value in property: ${property}`);
}
