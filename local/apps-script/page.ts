import type { Machine } from './machine';
import { toScriptError, type Outcome } from './outcome';
import type { Person } from './person';
import { publicFunctions, type Project } from './project';

/** What a page of the project reaches of its script. */
export interface Page {
  /** The functions that exist as properties of `google.script.run`. */
  readonly functions: readonly string[];
  /** Calls one in full authorisation; throws a TypeError, as the page's own script would, for a name it cannot see. */
  call(name: string, args: readonly unknown[]): Outcome;
}

/**
 * The project's page with the rules of `google.script.run` (developers.google.com, "HTML Service: Communicate with
 * server functions"): arguments and results are primitives, null, plain objects and arrays; dates and functions make
 * the call fail, `undefined` in arrays becomes null.
 */
export function createPage(run: Machine['run'], project: Project, person: Person): Page {
  const functions = publicFunctions(project);
  return {
    functions,
    call(name, args) {
      if (!functions.includes(name)) throw new TypeError(`google.script.run.${name} is not a function`);
      return callFromPage(run, project, person, name, args);
    },
  };
}

function callFromPage(
  run: Machine['run'],
  project: Project,
  person: Person,
  name: string,
  args: readonly unknown[],
): Outcome {
  const sent = args.map((arg) => toWire(arg, new Set(), 'parameter'));
  const outcome = run(project, name, sent, { as: 'page', person });
  if (outcome.status !== 'done') return outcome;
  try {
    return { ...outcome, value: toWire(outcome.value, new Set(), 'return value') };
  } catch (error) {
    return failedOf(outcome, error);
  }
}

function failedOf(outcome: Outcome, error: unknown): Outcome {
  const { functionName, caller, person, startedAt, endedAt, calls, logs } = outcome;
  const ended = { status: 'failed', error: toScriptError(error) } as const;
  return { ...ended, functionName, caller, person, startedAt, endedAt, calls, logs };
}

function toWire(value: unknown, above: ReadonlySet<object>, what: string): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw illegal(what, typeof value);
  if (typeof value !== 'object' || value === null) return value;
  if (above.has(value)) throw illegal(what, 'circular reference');
  const inside = new Set(above).add(value);
  if (Array.isArray(value)) return value.map((item) => toWire(item, inside, what) ?? null);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw illegal(what, value.constructor.name);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, toWire(item, inside, what)]));
}

function illegal(what: string, kind: string): TypeError {
  return new TypeError(`Failed due to illegal value in ${what}: ${kind}`);
}
