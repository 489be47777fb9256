import type { Lock } from './services';

/** Keeps executions that write into this spreadsheet apart; an attempt waits half a second at most. */
export function documentLock(): Lock {
  // Null without a container, although Google's types do not say so; then there is nothing to keep apart.
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  return toLock(lock ?? LockService.getScriptLock(), 500);
}

/** Keeps all executions of the script apart, for moments only; an attempt waits ten seconds at most. */
export function scriptLock(): Lock {
  return toLock(LockService.getScriptLock(), 10_000);
}

function toLock(lock: GoogleAppsScript.Lock.Lock, patience: number): Lock {
  return {
    tryAcquire: () => lock.tryLock(patience),
    release: () => {
      lock.releaseLock();
    },
  };
}
