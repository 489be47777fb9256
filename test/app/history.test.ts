import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import type { HistoryRun } from '../../src/app/rpc';
import type { Words } from '../../src/core/model';
import type { Entry } from '../../src/engine/engine';
import { bundle } from '../bundle';

const MINUTE = 60_000;
const MORNING = Date.UTC(2026, 10, 20, 9, 30);
const NO_WORDS = { fr: '', en: '' };
const NO_TITLE = { fr: 'all.csv', en: 'all.csv' };
const TITLES: Readonly<Record<string, Words>> = {
  loaves: { fr: 'Pains', en: 'Loaves' },
  cakes: { fr: 'Gâteaux', en: 'Cakes' },
};

/** An entry of the run that began `n` minutes after half past ten in Paris. */
function entry(n: number, rest: Partial<Entry> = {}): Entry {
  const startedAt = MORNING + n * MINUTE;
  const counts = { read: 5, inserted: 4, updated: 3, removed: 2, requests: 1 };
  return {
    ...{ startedAt, duration: 2000, run: startedAt, connection: 'b-1', stream: 'loaves', status: 'finished' },
    ...{ ...counts, title: TITLES[rest.stream ?? 'loaves'] ?? NO_TITLE, message: NO_WORDS, ...rest },
  };
}

describe('the history that is read', () => {
  let project: Project;
  let machine: Machine;
  let hands: UserHands;

  beforeAll(async () => {
    project = await bundle('test/app/history-script.ts', { 'src/connectors/index.ts': 'test/app/connectors.ts' });
  });

  beforeEach(() => {
    machine = createMachine();
    const [workbook] = machine.documents.workbooks.values();
    if (!workbook) throw new Error('There is no spreadsheet');
    hands = createUserHands(workbook, () => machine.state.now);
    const bakery = { id: 'b-1', connector: 'bakery', title: 'B', settings: {}, streams: [], owner: '', createdAt: '' };
    machine.state.properties.document['connection.b-1'] = JSON.stringify(bakery);
  });

  function append(...entries: Entry[]): void {
    const outcome = machine.run(project, 'append', [entries]);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  }

  function read(connection: string | null = null): readonly HistoryRun[] {
    machine.resetCalls();
    const outcome = machine.run(project, 'read', [connection]);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value as readonly HistoryRun[];
  }

  it('is empty before the first run', () => {
    expect(read()).toEqual([]);
  });

  it('sums the streams of a run up, by their titles', () => {
    append(
      entry(0),
      entry(0, {
        ...{ stream: 'cakes', startedAt: MORNING + 3000, status: 'failed' },
        message: { fr: 'Clé refusée.', en: 'Key refused.' },
      }),
    );
    const counts = { read: 5, inserted: 4, updated: 3, removed: 2 };
    expect(read()).toEqual([
      {
        ...{ id: `b-1-${MORNING.toString(36)}`, connection: 'b-1', title: 'My b-1', startedAt: MORNING },
        ...{ duration: 5000, status: 'failed', read: 10, inserted: 8, updated: 6, removed: 4, requests: 2 },
        streams: [
          { stream: 'Pains', status: 'finished', ...counts, message: '' },
          { stream: 'Gâteaux', status: 'failed', ...counts, message: 'Clé refusée.' },
        ],
      },
    ]);
  });

  it('begins with the latest run, whatever order users gave the rows', () => {
    append(entry(0), entry(2), entry(1));
    expect(read().map(({ startedAt }) => (startedAt - MORNING) / MINUTE)).toEqual([2, 1, 0]);
  });

  it('is of one connection where that is asked for', () => {
    append(entry(0), entry(1, { connection: 'b' }), entry(2, { connection: 'b-1-x' }));
    expect(read('b').map(({ connection }) => connection)).toEqual(['b']);
    expect(read()).toHaveLength(3);
  });

  it('has what the tab says of streams that nobody knows any more', () => {
    append(entry(0, { connection: 'gone', stream: 'loaves' }), entry(1, { stream: 'all.csv' }));
    expect(read().map(({ streams }) => streams[0]?.stream)).toEqual(['all.csv', 'Pains']);
  });

  it.each(['loaves', 'Loaves', 'Pains'])('has the reader’s title of a stream that the tab calls %s', (text) => {
    append(entry(0), entry(0, { title: { fr: text, en: text } }));
    expect(read().map(({ streams }) => streams.map(({ stream }) => stream))).toEqual([['Pains']]);
  });

  it('understands the states in both languages', () => {
    append(entry(0, { status: 'stopped' }));
    hands.type('Historique', 'E2', 'stopped');
    append(entry(1, { status: 'stopped' }));
    expect(read().map(({ status }) => status)).toEqual(['stopped', 'stopped']);
  });

  it('keeps what a service sent as text', () => {
    append(entry(0, { message: { fr: '=1+1', en: '' } }));
    expect(read()[0]?.streams[0]?.message).toBe('=1+1');
  });

  it.each([
    ['a start that is no date', 'A2', 'yesterday'],
    ['no start', 'A2', ''],
    ['a count that is a text', 'F2', 'many'],
    ['a count below zero', 'G2', '-1'],
    ['a state that nobody knows', 'E2', 'perhaps'],
    ['no id of its run', 'L2', ''],
    ['a formula that fails in place of a count', 'H2', '=1/0'],
  ])('leaves a row out that has %s', (_, cell, typed) => {
    append(entry(0), entry(1));
    hands.type('Historique', cell, typed);
    expect(read().map(({ startedAt }) => startedAt)).toEqual([MORNING + MINUTE]);
  });

  it('counts a stream once that was told twice in a run', () => {
    append(entry(0, { status: 'paused', read: 1 }));
    append(entry(0));
    expect(read()).toMatchObject([{ read: 5, streams: [{ status: 'finished' }] }]);
  });

  it('tells summer from winter', () => {
    const july = { startedAt: Date.UTC(2026, 6, 1, 12), run: 1 };
    append(entry(0, july));
    expect(read()[0]?.startedAt).toBe(july.startedAt);
  });

  it('is of the last 200 runs at most, and read in two calls', () => {
    append(...Array.from({ length: 600 }, (_, n) => entry(Math.floor(n / 2), { stream: n % 2 ? 'cakes' : 'loaves' })));
    const runs = read();
    expect([runs.length, runs[0]?.startedAt]).toEqual([200, MORNING + 299 * MINUTE]);
    const { 'Sheets.Spreadsheets.Values.batchGet': reads, 'Properties.getProperties': stores } = machine.calls();
    expect([reads, stores]).toEqual([2, 1]);
  });
});
