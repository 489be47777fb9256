import { createDocuments } from '../../local/apps-script/spreadsheet/documents';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import { loadWorkbook, saveWorkbook } from '../../local/apps-script/spreadsheet/saved';
import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import type { Workbook } from '../../local/apps-script/spreadsheet/workbook';
import type { HistoryRun } from '../../src/app/rpc';
import type { Entry } from '../../src/engine/engine';
import { bundle } from '../bundle';

const HOUR = 3_600_000;
/** Midnight in Paris. */
const FIRST = Date.UTC(2026, 0, 31, 23);
const TAB = 'Historique';
const MOST = 10_000;

/** The run of the `n`th half hour, one of two connections in turn. */
function entry(n: number, rest: Partial<Entry> = {}): Entry {
  const startedAt = FIRST + n * 0.5 * HOUR;
  return {
    ...{ startedAt, duration: 2000, run: startedAt, connection: n % 2 ? 'b-2' : 'b-1', stream: 'loaves' },
    ...{ title: { fr: 'Pains', en: 'Loaves' }, status: 'finished', message: { fr: '', en: '' } },
    ...{ read: 5, inserted: 4, updated: 3, removed: 2, requests: 1, ...rest },
  };
}

function entries(count: number, first = 0): Entry[] {
  return Array.from({ length: count }, (_, n) => entry(first + n));
}

describe('a history that grows', () => {
  let project: Project;
  /** With as many runs as there may be. */
  let full: readonly string[];
  let machine: Machine;
  let hands: UserHands;

  beforeAll(async () => {
    project = await bundle('test/app/history-script.ts', { 'src/connectors/index.ts': 'test/app/connectors.ts' });
    open(null);
    append(entries(MOST));
    full = [...saveWorkbook(workbook())];
  });

  beforeEach(() => {
    open(loadWorkbook(full));
  });

  function open(saved: Workbook | null): void {
    machine = createMachine(saved ? { documents: createDocuments(saved) } : {});
    hands = createUserHands(workbook(), () => machine.state.now);
  }

  function workbook(): Workbook {
    const [found] = machine.documents.workbooks.values();
    if (!found) throw new Error('There is no spreadsheet');
    return found;
  }

  function call(name: string, ...args: unknown[]): unknown {
    const outcome = machine.run(project, name, args);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  }

  function append(added: readonly Entry[], language = 'fr'): void {
    call('append', added, language);
  }

  function read(connection: string | null): readonly HistoryRun[] {
    return call('read', connection) as readonly HistoryRun[];
  }

  /** The rows below the headers, with moments as serial numbers. */
  function rows(): ReturnType<UserHands['serials']> {
    return hands.serials(TAB).slice(1);
  }

  function summaries(all = rows()): ReturnType<UserHands['serials']> {
    return all.filter(([, , , , state]) => state === 'résumé' || state === 'summary');
  }

  function runIds(all = rows()): Set<unknown> {
    return new Set(all.flatMap(([, , , , state, , , , , , , id]) => (state === 'terminé' ? [id] : [])));
  }

  /** How many runs the tab tells of, one by one, and with those that are summed up. */
  function count(): readonly [number, number] {
    const all = rows();
    const sums = summaries(all).map(([, , , text]) => Number(/\d+/.exec(String(text))?.[0]));
    const { size } = runIds(all);
    return [size, sums.reduce((sum, syncs) => sum + syncs, size)];
  }

  it('keeps ten thousand runs, and sums up the oldest by month and connection', () => {
    append(entries(1, MOST));
    expect(runIds().size).toBe(9800);
    const february = (Date.UTC(2026, 1, 1) - Date.UTC(1899, 11, 30)) / (24 * HOUR);
    const blank = ['', '', '', '', '', ''];
    expect(rows().slice(0, 2)).toEqual([
      [
        ...[february, 202, 'My b-1', 'Résumé : 101 synchronisations, 0 en échec', 'résumé'],
        ...[505, 404, 303, 202, 101, '', 'b-1-month-2026-02', ...blank],
      ],
      [
        ...[february, 200, 'My b-2', 'Résumé : 100 synchronisations, 0 en échec', 'résumé'],
        ...[500, 400, 300, 200, 100, '', 'b-2-month-2026-02', ...blank],
      ],
    ]);
    const [, first, second, third] = hands.formats(TAB);
    expect([first, second]).toEqual([third, third]);
  });

  it('is looked through again only when it may be full, and never has more', () => {
    append(entries(1, MOST));
    machine.resetCalls();
    append(entries(200, MOST + 1));
    expect(machine.calls()['Sheets.Spreadsheets.Values.batchGet']).toBeUndefined();
    expect(runIds().size).toBe(MOST);
    append(entries(1, MOST + 201));
    expect(count()).toEqual([9800, MOST + 202]);
  });

  it('adds to the summary of a month, and puts the next month below it', () => {
    append(entries(1, MOST));
    append(entries(1344, MOST + 1), 'en');
    expect(summaries().map((cells) => [cells[3], cells[5], cells[11]])).toEqual([
      ['Summary: 672 syncs, 0 failed', 3360, 'b-1-month-2026-02'],
      ['Summary: 672 syncs, 0 failed', 3360, 'b-2-month-2026-02'],
      ['Summary: 101 syncs, 0 failed', 505, 'b-1-month-2026-03'],
      ['Summary: 100 syncs, 0 failed', 500, 'b-2-month-2026-03'],
    ]);
  });

  it('counts failures, and apart from syncs those that did not begin', () => {
    const early = FIRST - 1000 * HOUR;
    const old = (n: number, status: Entry['status'], stream = 'loaves'): Entry =>
      entry(0, {
        run: early + n,
        startedAt: early + n,
        status,
        connection: 'old',
        stream,
        title: { fr: stream, en: '' },
      });
    append([old(0, 'failed'), old(0, 'finished', 'cakes'), old(1, 'missed'), old(2, 'missed'), old(3, 'stopped')]);
    expect(summaries()[0]?.slice(2, 6)).toEqual([
      ...['My old', 'Résumé : 2 synchronisations, 1 en échec ; manquées 2 fois', 'résumé', 25],
    ]);
  });

  it.each(['before', 'after'] as const)(
    'tells of each run once, when an execution is killed %s it sums up',
    (moment) => {
      machine.faults.kill(moment, 1, { method: 'Sheets.Spreadsheets.batchUpdate' });
      expect(machine.run(project, 'append', [entries(1, MOST)]).status).toBe('killed');
      machine.faults.clear();
      append(entries(1, MOST + 1));
      const [runs, all] = count();
      expect([runs <= MOST, all]).toEqual([true, MOST + 2]);
    },
  );

  it('finds the oldest and their summaries wherever users put them, and leaves what is theirs beside the rest', () => {
    hands.insertColumn(TAB, 19);
    hands.type(TAB, 'S404', 'kept');
    append(entries(1, MOST));
    hands.sort(TAB, 1, false);
    hands.type(TAB, 'S9802', 'mine');
    append(entries(201, MOST + 1));
    const beside = rows().filter((cells) => cells[18]);
    expect(beside.map((cells) => [cells[3], cells[18]])).toEqual([
      ['Pains', 'kept'],
      ['Résumé : 201 synchronisations, 0 en échec', 'mine'],
    ]);
    expect(count()).toEqual([9800, MOST + 202]);
  });

  it('keeps rows that are not as they were written', () => {
    hands.type(TAB, 'F2', 'many');
    hands.insertRow(TAB, 3);
    hands.type(TAB, 'A3', 'A note');
    append(entries(2, MOST));
    expect(rows().filter((cells) => cells[5] === 'many' || cells[0] === 'A note')).toHaveLength(2);
    expect(count()).toEqual([9801, MOST + 2]);
  });

  it('takes thirty thousand rows at most for runs of many streams', () => {
    open(null);
    const run = (n: number): Entry[] =>
      Array.from({ length: 13 }, (_, stream) =>
        entry(2 * n, { stream: String(stream), title: { fr: String(stream), en: '' } }),
      );
    append(Array.from({ length: 2307 }, (_, n) => run(n)).flat());
    expect([runIds().size, rows().length]).toEqual([2307, 29_991]);
    append(run(2307));
    expect([runIds().size, rows().length]).toEqual([2261, 29_394]);
    expect(summaries()[0]?.slice(3, 6)).toEqual(['Résumé : 47 synchronisations, 0 en échec', 'résumé', 3055]);
  });

  it('still shows the runs of a connection that had none for long, and no summary as one', () => {
    append(entries(1, MOST));
    append([entry(201, { connection: 'rare' }), entry(202, { connection: 'rare', status: 'failed' })]);
    machine.resetCalls();
    expect(read('rare').map(({ status }) => status)).toEqual(['failed', 'finished']);
    expect(machine.calls()['Sheets.Spreadsheets.Values.batchGet']).toBe(2);
    expect([read('b-1').length, read(null).length]).toEqual([200, 200]);
  });
});
