import { BEHIND } from './exposed';
import type { Gate } from './gate';
import type { Rules } from './host';
import { fromScript, type Realm } from './realm';

/** The object a script sees in place of `methods`; see `Host.expose`. */
export function expose<T extends object>(
  realm: Realm,
  gate: Gate,
  service: string,
  methods: T,
  rules: Rules<T> = {},
): T {
  const members = methods as Record<string, unknown>;
  const costs = (rules.cost ?? {}) as Record<string, number | ((...args: never[]) => number) | undefined>;
  const word = service.slice(service.lastIndexOf('.') + 1);
  const target = realm.object();

  const member = (key: string): unknown => {
    const value = members[key];
    if (typeof value !== 'function') return realm.toScript(value);
    return realm.method(key, (args) => {
      const cost = costs[key];
      const given = args.map((arg) => fromScript(arg));
      const toCost = typeof cost === 'function' ? () => cost(...(given as never[])) : () => cost ?? 0;
      const result = gate.call(`${service}.${key}`, cost === undefined ? undefined : toCost, () =>
        attempt(realm, () => Reflect.apply(value, methods, given) as unknown),
      );
      return result === methods ? proxy : realm.toScript(result);
    });
  };

  const proxy = new Proxy(target, {
    get(_, key) {
      if (key === BEHIND) return methods;
      if (Object.hasOwn(target, key)) return Reflect.get(target, key) as unknown;
      let value: unknown;
      if (key === 'toString') value = realm.method('toString', () => word);
      else if (typeof key === 'symbol' || COMMON.has(key)) return Reflect.get(target, key) as unknown;
      else if (key in members) value = member(key);
      else return gate.fail(`The local Apps Script has no ${service}.${key}: add it, or do without.`);
      Object.defineProperty(target, key, { value, configurable: true, writable: true });
      return value;
    },
    has: (_, key) => Reflect.has(members, key),
  }) as T;
  return proxy;
}

/** What a script catches is an error of its own realm, even for a mistake of the local Apps Script itself. */
function attempt(realm: Realm, call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (realm.owns(error)) throw error;
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
