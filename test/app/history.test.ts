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

  it('says what started a run, and when its schedule wanted it', () => {
    const due = MORNING - 3 * 60 * MINUTE;
    append(entry(0, { cause: { kind: 'schedule', due, merged: 0 } }));
    append(entry(1, { cause: { kind: 'call', id: 'x' } }));
    append(entry(2), entry(3, { status: 'missed', read: 0, cause: { kind: 'schedule', due, merged: 2 } }));
    expect(read().map(({ status, cause }) => [status, cause])).toEqual([
      ['missed', { kind: 'schedule', due }],
      ['finished', undefined],
      ['finished', { kind: 'call' }],
      ['finished', { kind: 'schedule', due }],
    ]);
  });

  it('knows no cause where somebody made the hour illegible, and none in tabs of earlier versions', () => {
    append(entry(0, { cause: { kind: 'schedule', due: MORNING, merged: 0 } }));
    hands.type('Historique', 'R2', 'soon');
    expect(read()).toMatchObject([{ id: `b-1-${MORNING.toString(36)}` }]);
    expect(read()[0]).not.toHaveProperty('cause');
    hands.deleteColumn('Historique', 18);
    hands.deleteColumn('Historique', 17);
    const [workbook] = machine.documents.workbooks.values();
    const tag = workbook?.metadata.find(({ key }) => key === 'sync.history');
    if (tag) tag.value = '3';
    hands.insertColumn('Historique', 17);
    hands.type('Historique', 'Q2', 'automatique');
    expect(read()[0]).not.toHaveProperty('cause');
  });

  it('is of the latest wherever users sorted them to', () => {
    append(...Array.from({ length: 300 }, (_, n) => entry(n)));
    hands.sort('Historique', 1, false);
    append(entry(300));
    const runs = read();
    expect([runs.length, runs[0]?.startedAt, runs[199]?.startedAt]).toEqual([
      ...[200, MORNING + 300 * MINUTE, MORNING + 101 * MINUTE],
    ]);
  });

  it('is of all runs since an instant for whoever sums it up', () => {
    append(...Array.from({ length: 300 }, (_, n) => entry(n)));
    const runs = machine.run(project, 'readSince', [MORNING + 50 * MINUTE]);
    expect(runs).toMatchObject({ status: 'done' });
    const starts = runs.status === 'done' ? (runs.value as HistoryRun[]).map(({ startedAt }) => startedAt) : [];
    expect([starts.length, starts[0], starts[249]]).toEqual([250, MORNING + 299 * MINUTE, MORNING + 50 * MINUTE]);
  });

  function csv(language: string): unknown {
    const outcome = machine.run(project, 'csv', [language]);
    return outcome.status === 'done' ? outcome.value : outcome;
  }

  it('is handed out as a CSV file that spreadsheet programs of the reader’s language open, without any formula', () => {
    const cause = { kind: 'schedule', due: MORNING - 30 * MINUTE, merged: 0 } as const;
    append(entry(0, { cause, message: { fr: '=HYPERLINK("x"; 1)', en: '' } }));
    hands.insertRow('Historique', 3);
    hands.insertColumn('Historique', 19);
    hands.type('Historique', 'S2', 'mine');
    append(entry(1));
    const id = (n: number): string => `"b-1-${(MORNING + n * MINUTE).toString(36)}"`;
    const blank = { fr: ';;;;', en: ',,,,' };
    expect(csv('fr')).toBe(
      [
        '\ufeff"Début";"Durée (s)";"Connexion";"Données";"État";"Lues";"Ajoutées";"Modifiées";"Retirées";"Requêtes";' +
          '"Message";"Exécution";"Inchangées";"Conflits";"En attente";"Erreurs";"Origine";"Prévue"',
        `2026-11-20 10:30:00;2;"My b-1";"Pains";"terminé";5;4;3;2;1;"'=HYPERLINK(""x""; 1)";${id(0)}` +
          `${blank.fr};"automatique";2026-11-20 10:00:00`,
        `2026-11-20 10:31:00;2;"My b-1";"Pains";"terminé";5;4;3;2;1;;${id(1)}${blank.fr};"à la main";`,
        '',
      ].join('\r\n'),
    );
    const [header, , last] = String(csv('en')).split('\r\n');
    expect(header).toMatch(/^\ufeff"Start","Duration \(s\)",.*,"Due"$/);
    expect(last).toBe(`2026-11-20 10:31:00,2,"My b-1","Pains","terminé",5,4,3,2,1,,${id(1)}${blank.en},"à la main",`);
  });

  it('refuses to be handed out when it is too long, and says where else', () => {
    const message = { fr: 'é'.repeat(30_000), en: '' };
    append(...Array.from({ length: 84 }, (_, n) => entry(n, { message })));
    expect(csv('fr')).toMatchObject({
      status: 'failed',
      error: { message: expect.stringMatching(/too long|longer than/) as string },
    });
  });

  it('is not handed out before there is one', () => {
    expect(csv('fr')).toMatchObject({ status: 'failed', error: { message: 'There is no history tab' } });
  });
});
