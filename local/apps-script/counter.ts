import type { Numbers } from './faults';

/** How often each `Service.method` was called. */
export interface Counter {
  /** Counts a call and returns its numbers, from 1. */
  count(method: string, costed: boolean): Numbers;
  all(): Record<string, number>;
}

/** A counter at zero. */
export function createCounter(): Counter {
  let total = 0;
  const methods = new Map<string, number>();
  return {
    count(method, costed) {
      if (costed) total += 1;
      const number = (methods.get(method) ?? 0) + 1;
      methods.set(method, number);
      return { costed: total, method: number };
    },
    all: () => Object.fromEntries(methods),
  };
}
