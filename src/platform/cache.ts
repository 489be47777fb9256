/** Texts that all executions share and may lose at any time. */
export interface Cache {
  get(name: string): string | null;
  /** For so many seconds, six hours at most. */
  set(name: string, value: string, seconds: number): void;
  remove(name: string): void;
}

/** That of the spreadsheet that the script belongs to. */
export function documentCache(): Cache {
  const cache = CacheService.getDocumentCache() ?? CacheService.getScriptCache();
  return {
    get: (name) => cache.get(name),
    set: (name, value, seconds) => {
      cache.put(name, value, seconds);
    },
    remove: (name) => {
      cache.remove(name);
    },
  };
}
