import { checkArguments } from './check-arguments';
import { BEHIND, CLASS } from './exposed';
import type { Gate } from './gate';
import type { Cost, Rules } from './host';
import { fromScript, type Realm } from './realm';
import { googleClass } from './signatures';
import { Refusal } from './spreadsheet/refusal';

/** The object a script sees in place of `methods`; see `Host.expose`. */
export function expose<T extends object>(
  realm: Realm,
  gate: Gate,
  service: string,
  methods: T,
  rules: Rules<T> = {},
): T {
  const members = methods as Record<string, unknown>;
  const word = service.slice(service.lastIndexOf('.') + 1);
  const target = realm.object();

  const member = (key: string): unknown => {
    const value = members[key];
    if (typeof value !== 'function') return realm.toScript(value);
    const act = (args: readonly unknown[]): unknown => Reflect.apply(value, methods, args) as unknown;
    const call = callOf(realm, gate, { service, key, cost: costOf(rules, key), check: rules.check, act });
    return realm.method(key, (args) => {
      const result = call(args);
      return result === methods ? proxy : realm.toScript(result);
    });
  };

  const proxy = new Proxy(target, {
    get(_, key) {
      if (key === BEHIND) return methods;
      if (key === CLASS) return word;
      const isOwn = Object.hasOwn(target, key) || typeof key === 'symbol' || COMMON.has(key);
      if (isOwn) return Reflect.get(target, key) as unknown;
      let value: unknown;
      if (key === 'toString') value = realm.method('toString', () => word);
      else if (key in members) value = member(key);
      else if (!googleClass(service)?.methods.has(key)) return undefined;
      else return gate.fail(`The local Apps Script has no ${service}.${key}: add it, or do without.`);
      Object.defineProperty(target, key, { value, configurable: true, writable: true });
      return value;
    },
    has: (_, key) => Reflect.has(members, key) || Reflect.has(target, key),
  }) as T;
  return proxy;
}

interface Call {
  readonly service: string;
  readonly key: string;
  readonly cost: Cost | undefined;
  readonly check: Rules<object>['check'];
  readonly act: (args: readonly unknown[]) => unknown;
}

/** What a method does with a script's arguments: a call that is refused for them costs nothing that depends on them. */
function callOf(
  realm: Realm,
  gate: Gate,
  { service, key, cost, check, act }: Call,
): (args: readonly unknown[]) => unknown {
  const name = nameOf(service, key);
  return (args) => {
    let taken: readonly unknown[] | null = null;
    const toCost = (): number => (typeof cost === 'function' ? (taken ? cost(...(taken as never[])) : 0) : (cost ?? 0));
    return gate.call(name, cost === undefined ? undefined : toCost, () =>
      attempt(realm, gate, () => {
        taken = checkArguments(service, key, args.map(fromScript), gate.fail);
        check?.(key, taken);
        return act(taken);
      }),
    );
  };
}

/** `Service.method`, the same string each time: joining it anew for every object of every execution shows. */
function nameOf(service: string, key: string): string {
  const known = names.get(service) ?? new Map<string, string>();
  const name = known.get(key) ?? `${service}.${key}`;
  names.set(service, known.set(key, name));
  return name;
}

const names = new Map<string, Map<string, string>>();

function costOf<T extends object>({ cost }: Rules<T>, key: string): Cost | undefined {
  return typeof cost === 'function' ? cost(key) : (cost as Readonly<Record<string, Cost>> | undefined)?.[key];
}

/** What a script catches is an error of its own realm, even for a mistake of the local Apps Script itself. */
function attempt(realm: Realm, gate: Gate, call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (realm.owns(error)) throw error;
    if (error instanceof Refusal) gate.fail(error.message);
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    const own = realm.error(name, message);
    own.stack = stack ?? message;
    throw own;
  }
}

/** Asked of any object by the language itself, by JSON.stringify or by `await`. */
const COMMON = new Set([
  'constructor',
  'valueOf',
  'toLocaleString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toJSON',
  'then',
  '__proto__',
]);
