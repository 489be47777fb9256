import type { ConnectionView, LastRun } from '../../src/app/rpc';
import { toRunEntries } from '../../ui/run-entries';

const BEGAN = 5_000;

describe('what a run did that ended elsewhere', () => {
  it('is what the connections say that were synced since it began', () => {
    const connections = [connection('old', BEGAN - 1), connection('c1', BEGAN), connection('c2', BEGAN + 1)];
    const entries = toRunEntries({ how: 'elsewhere', since: BEGAN }, { connections });
    expect(entries.map((entry) => entry.connection)).toEqual(['c1', 'c2']);
    expect(entries[0]).toMatchObject({ stream: '', status: 'failed', inserted: 3, message: 'Key refused.' });
  });

  it.each([
    ['none of them was', BEGAN, [connection('old', BEGAN - 1)]],
    ['nobody knows when it began', undefined, [connection('c1', BEGAN)]],
  ])('is not known when %s', (_, since, connections) => {
    expect(toRunEntries({ how: 'elsewhere', ...(since === undefined ? {} : { since }) }, { connections })).toEqual([]);
  });
});

function connection(id: string, startedAt: number): ConnectionView {
  const counts = { read: 3, inserted: 3, updated: 0, removed: 0 };
  const last: LastRun = { startedAt, duration: 1, status: 'failed', ...counts, message: 'Key refused.' };
  const whose = { owner: 'anne@example.com', isMine: true, needsSecrets: false, createdAt: '' };
  return { id, connector: 'wedof', title: id, settings: {}, streams: [], mode: 'changes', ...whose, last };
}
