import { parseJson } from '../core/parse-json';
import type { Engine } from '../engine/engine';
import type { Clock, Store } from '../platform/services';

/** Someone wants a run to end; it outlives that run without harm, as it names it. */
interface StopWish {
  /** When that run began. */
  readonly run: number;
  /** An e-mail address. */
  readonly by: string;
}

/** Asks the run that began at `run` to end, in the name of `by`. */
export function writeStopWish(store: Store, run: number, by: string): void {
  store.set(PROPERTY, JSON.stringify({ run, by } satisfies StopWish));
}

/** Who asked the run that began at `run` to end; null: nobody. One service call. */
export function readStopWish(store: Pick<Store, 'get'>, run: number): string | null {
  const wish = parseJson(store.get(PROPERTY)) as StopWish | null;
  return wish?.run === run ? wish.by : null;
}

/** Forgets the wish, whichever run it names. */
export function removeStopWish(store: Store): void {
  store.remove(PROPERTY);
}

/** Reads the wish for an execution that asks before each page: at most once in five seconds, and no more once it is there. */
export function watchStopWish(store: Store, clock: Clock): Engine['stopAskedBy'] {
  let by: string | null = null;
  let readAt = -Infinity;
  return (run) => {
    if (by !== null || clock.now() - readAt < PATIENCE) return by;
    by = readStopWish(store, run);
    readAt = clock.now();
    return by;
  };
}

const PROPERTY = 'stop';
const PATIENCE = 5000;
