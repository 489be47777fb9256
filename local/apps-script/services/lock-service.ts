import type { Faithful } from '../faithful';
import { COSTS, type Host } from '../host';
import type { StoreName } from '../state';

/**
 * LockService: a lock excludes other executions until it is released or its execution ends, by a kill too. Waiting
 * passes virtual time. A standalone script has no document lock: null (developers.google.com, Lock Service).
 */
export function createLockService(
  host: Host,
  locks: Map<StoreName, string>,
  execution: string,
  isBound: boolean,
): object {
  const open = (name: StoreName): object => createLock(host, locks, execution, name);
  const service: Faithful<GoogleAppsScript.Lock.LockService, 'getScriptLock' | 'getUserLock' | 'getDocumentLock'> = {
    getScriptLock: () => open('script'),
    getUserLock: () => open(host.userStore),
    getDocumentLock: () => (isBound ? open('document') : null),
  };
  host.onEnd(() => {
    for (const [name, holder] of locks) if (holder === execution) locks.delete(name);
  });
  return host.expose('LockService', service);
}

const REFUSAL = 'Lock timeout: another process was holding the lock for too long.';

function createLock(host: Host, locks: Map<StoreName, string>, execution: string, name: StoreName): object {
  // Executions take turns here, so that a lock held by another one is not released while this one waits.
  const take = (patience: number): boolean => {
    const holder = locks.get(name);
    if (holder === undefined || holder === execution) {
      locks.set(name, execution);
      return true;
    }
    host.advance(patience);
    return false;
  };
  const lock: Faithful<GoogleAppsScript.Lock.Lock, 'hasLock' | 'releaseLock' | 'tryLock' | 'waitLock'> = {
    hasLock: () => locks.get(name) === execution,
    releaseLock() {
      if (locks.get(name) === execution) locks.delete(name);
    },
    tryLock: (timeoutInMillis: number) => take(timeoutInMillis),
    waitLock(timeoutInMillis: number) {
      if (!take(timeoutInMillis)) host.fail(REFUSAL);
    },
  };
  const cost = COSTS.service;
  return host.expose('Lock', lock, { cost: { hasLock: cost, releaseLock: cost, tryLock: cost, waitLock: cost } });
}
