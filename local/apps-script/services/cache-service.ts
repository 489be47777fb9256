import type { Faithful } from '../faithful';
import { COSTS, type Host } from '../host';
import type { CacheEntry, StoreName } from '../state';

type Store = Record<string, CacheEntry>;

/** CacheService over the machine's stores, a person's own among them; entries expire on the virtual clock (developers.google.com, Cache). */
export function createCacheService(host: Host, stores: Record<StoreName, Store>, isBound: boolean): object {
  const service: Faithful<GoogleAppsScript.Cache.CacheService, 'getScriptCache' | 'getUserCache' | 'getDocumentCache'> =
    {
      getScriptCache: () => createCache(host, stores.script),
      getUserCache: () => createCache(host, (stores[host.userStore] ??= {})),
      getDocumentCache: () => (isBound ? createCache(host, stores.document) : null),
    };
  return host.expose('CacheService', service);
}

const MAX_KEY = 250;
const MAX_VALUE = 100 * 1024;
const MAX_ITEMS = 1000;
/** When the cap is exceeded, the 900 entries farthest from expiry stay (developers.google.com, Cache.put). */
const KEPT_ITEMS = 900;
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;

function createCache(host: Host, store: Store): object {
  const read = (key: string): string | null => {
    if (key.length > MAX_KEY) host.fail('Argument too large: key');
    const entry = Object.hasOwn(store, key) ? store[key] : undefined;
    return entry && entry.expiresAt > host.now() ? entry.value : null;
  };
  const write = (key: string, value: unknown, seconds: number = DEFAULT_SECONDS): void => {
    if (key.length > MAX_KEY) host.fail('Argument too large: key');
    const text = String(value);
    if (Buffer.byteLength(text, 'utf8') > MAX_VALUE) host.fail('Argument too large: value');
    const lifetime = Math.min(Math.max(seconds, 1), MAX_SECONDS);
    store[key] = { value: text, expiresAt: host.now() + lifetime * 1000 };
    evict(store);
  };
  const cache: Faithful<GoogleAppsScript.Cache.Cache, 'get' | 'getAll' | 'put' | 'putAll' | 'remove' | 'removeAll'> = {
    get: (key: unknown) => read(String(key)),
    getAll(keys: readonly unknown[]) {
      const found = keys.map((key) => [String(key), read(String(key))] as const).filter(([, value]) => value !== null);
      return Object.fromEntries(found);
    },
    put(key: unknown, value: unknown, seconds?: number) {
      write(String(key), value, seconds);
    },
    putAll(values: Readonly<Record<string, unknown>>, seconds?: number) {
      for (const [key, value] of Object.entries(values)) write(key, value, seconds);
    },
    remove(key: unknown) {
      Reflect.deleteProperty(store, String(key));
    },
    removeAll(keys: readonly unknown[]) {
      for (const key of keys) Reflect.deleteProperty(store, String(key));
    },
  };
  const cost = COSTS.service;
  return host.expose('Cache', cache, {
    cost: { get: cost, getAll: cost, put: cost, putAll: cost, remove: cost, removeAll: cost },
  });
}

function evict(store: Store): void {
  const entries = Object.entries(store);
  if (entries.length <= MAX_ITEMS) return;
  entries.sort(([, a], [, b]) => b.expiresAt - a.expiresAt);
  for (const [key] of entries.slice(KEPT_ITEMS)) Reflect.deleteProperty(store, key);
}
