import { useEffect, useRef } from 'preact/hooks';

const EVERY_MS = 60_000;
const PATIENCE_MS = 10_000;

/**
 * Calls `onReturn` when the user comes back to the page, and each minute that they can see it: triggers and colleagues
 * work meanwhile. Every ten seconds at most.
 */
export function useReturn(onReturn: () => void): void {
  const latest = useRef(onReturn);
  latest.current = onReturn;
  useEffect(() => {
    let calledAt = Date.now();
    const look = (): void => {
      if (document.hidden || Date.now() - calledAt < PATIENCE_MS) return;
      calledAt = Date.now();
      latest.current();
    };
    const timer = setInterval(look, EVERY_MS);
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
