import type { Faithful } from '../faithful';
import { COSTS, type Host } from '../host';
import type { StoreName } from '../state';

type Store = Record<string, string>;

/**
 * PropertiesService over the machine's stores: one each for the script, the document and every person (developers.google.com, Properties Service). A standalone script
 * has no document store: null.
 */
export function createPropertiesService(host: Host, stores: Record<StoreName, Store>, isBound: boolean): object {
  const opened = new Map<StoreName, object>();
  const open = (name: StoreName): object => {
    const known = opened.get(name) ?? createProperties(host, (stores[name] ??= {}));
    opened.set(name, known);
    return known;
  };
  const service: Faithful<
    GoogleAppsScript.Properties.PropertiesService,
    'getScriptProperties' | 'getUserProperties' | 'getDocumentProperties'
  > = {
    getScriptProperties: () => open('script'),
    getUserProperties: () => open(host.userStore),
    getDocumentProperties: () => (isBound ? open('document') : null),
  };
  return host.expose('PropertiesService', service);
}

/** "9 KB" a value and "500 KB" a store, counted in bytes of UTF-8; whether Google counts characters is not documented. */
const MAX_VALUE = 9 * 1024;
const MAX_STORE = 500 * 1024;
const FULL = 'You have exceeded the property storage quota. Please remove some properties and try again.';

type Method =
  | 'deleteAllProperties'
  | 'deleteProperty'
  | 'getKeys'
  | 'getProperties'
  | 'getProperty'
  | 'setProperties'
  | 'setProperty';

function createProperties(host: Host, store: Store): object {
  const properties: Faithful<GoogleAppsScript.Properties.Properties, Method> = {
    getProperty: (key: string) => (Object.hasOwn(store, key) ? (store[key] ?? null) : null),
    getProperties: () => ({ ...store }),
    getKeys: () => Object.keys(store),
    setProperty(key: string, value: unknown) {
      write(host, store, store, [[key, value]]);
      return properties;
    },
    setProperties(values: Readonly<Record<string, unknown>>, deleteAllOthers?: boolean) {
      write(host, store, deleteAllOthers === true ? {} : store, Object.entries(values));
      return properties;
    },
    deleteProperty(key: string) {
      Reflect.deleteProperty(store, key);
      return properties;
    },
    deleteAllProperties() {
      replace(store, {});
      return properties;
    },
  };
  return host.expose('Properties', withQuota(host, properties), { cost: COSTS_OF_ALL });
}

const cost = COSTS.property;
const COSTS_OF_ALL: Readonly<Record<Method, number>> = {
  ...{ getProperty: cost, getProperties: cost, getKeys: cost, setProperty: cost, setProperties: cost },
  ...{ deleteProperty: cost, deleteAllProperties: cost },
};

/** Each read and each write counts as one. */
function withQuota<T extends object>(host: Host, methods: T): T {
  const counted = Object.entries(methods).map(([name, method]: [string, (...args: unknown[]) => unknown]) => [
    name,
    (...args: unknown[]): unknown => {
      host.spend('properties');
      const result = method(...args);
      return result === methods ? all : result;
    },
  ]);
  const all = Object.fromEntries(counted) as T;
  return all;
}

function write(host: Host, store: Store, base: Store, entries: readonly (readonly [string, unknown])[]): void {
  const texts = entries.map(([key, value]) => [key, String(value)] as const);
  if (texts.some(([, text]) => sizeOf(text) > MAX_VALUE)) host.fail('Argument too large: value');
  const written = Object.fromEntries(texts);
  const size = Object.entries({ ...base, ...written }).reduce(
    (sum, [key, text]) => sum + sizeOf(key) + sizeOf(text),
    0,
  );
  if (size > MAX_STORE) host.fail(FULL);
  if (base === store) Object.assign(store, written);
  else replace(store, written);
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function replace(store: Store, next: Store): void {
  for (const key of Object.keys(store)) Reflect.deleteProperty(store, key);
  Object.assign(store, next);
}
