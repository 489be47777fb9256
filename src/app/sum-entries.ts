import type { Entry } from '../engine/engine';

/** How a run of one connection went, all its streams together. */
export type Sum = Omit<Entry, 'run' | 'connection' | 'stream' | 'title' | 'message' | 'cause'>;

/**
 * The sum of a run's streams, of which there is one at least: from the first beginning to the last end; `failed` when one
 * of them did.
 */
export function sumEntries(entries: readonly Sum[]): Sum {
  const total = (count: (entry: Sum) => number): number => entries.reduce((sum, entry) => sum + count(entry), 0);
  const startedAt = Math.min(...entries.map((entry) => entry.startedAt));
  const endedAt = Math.max(...entries.map((entry) => entry.startedAt + entry.duration));
  return {
    startedAt,
    duration: endedAt - startedAt,
    status: RANKS.find((status) => entries.some((entry) => entry.status === status)) ?? 'finished',
    read: total(({ read }) => read),
    inserted: total(({ inserted }) => inserted),
    updated: total(({ updated }) => updated),
    removed: total(({ removed }) => removed),
    requests: total(({ requests }) => requests),
  };
}

/** What one stream is, the whole is; the first that is found counts. */
const RANKS: readonly Entry['status'][] = ['failed', 'missed', 'stopped', 'paused', 'finished', 'unavailable'];
