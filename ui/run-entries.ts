import type { EntryView, Home } from '../src/app/rpc';
import type { RunEnd } from './sync-run';

/** How one kind of record went, or a whole connection: then `stream` is blank. */
export type RunEntry = Pick<
  EntryView,
  'connection' | 'stream' | 'title' | 'status' | 'inserted' | 'updated' | 'removed' | 'message'
>;

/** What a run did. Of one that ended elsewhere the connections know, once they have been asked again. */
export function toRunEntries(end: RunEnd, home: Pick<Home, 'connections'>): readonly RunEntry[] {
  if (end.how === 'finished' || end.how === 'stopped') return end.entries;
  if (end.how !== 'elsewhere') return [];
  const { since = Infinity } = end;
  return home.connections.flatMap(({ id, last }) =>
    last && last.startedAt >= since ? [{ ...last, connection: id, stream: '', title: '' }] : [],
  );
}
