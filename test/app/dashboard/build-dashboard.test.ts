import { sparklineAt } from '../../../local/apps-script/spreadsheet/evaluate';
import { createMachine, type Machine } from '../../../local/apps-script/machine';
import type { Project } from '../../../local/apps-script/project';
import { createUserHands, type UserHands } from '../../../local/apps-script/spreadsheet/user-hands';
import { addTab } from '../../../local/apps-script/spreadsheet/tabs';
import type { Tab, Workbook } from '../../../local/apps-script/spreadsheet/workbook';
import type { Entry } from '../../../src/engine/engine';
import { bundle } from '../../bundle';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Half past ten in Paris. */
const NOW = Date.UTC(2026, 10, 20, 9, 30);
const NAME = 'Tableau de bord';

function entry(startedAt: number, rest: Partial<Entry> = {}): Entry {
  const counts = { read: 5000, inserted: 40, updated: 3, removed: 2, requests: 1 };
  return {
    ...{ startedAt, duration: 2000, run: startedAt, connection: 'b-1', stream: 'loaves', status: 'finished' },
    ...{ ...counts, title: { fr: 'Pains', en: 'Loaves' }, message: { fr: '', en: '' }, ...rest },
  };
}

describe('the dashboard', () => {
  let project: Project;
  let machine: Machine;
  let workbook: Workbook;
  let hands: UserHands;

  beforeAll(async () => {
    project = await bundle('test/app/dashboard/dashboard-script.ts', {
      'src/connectors/index.ts': 'test/app/connectors.ts',
    });
  });

  beforeEach(() => {
    start(createMachine({ startAt: NOW }));
  });

  function start(fresh: Machine): void {
    machine = fresh;
    const [first] = machine.documents.workbooks.values();
    if (!first) throw new Error('There is no spreadsheet');
    workbook = first;
    hands = createUserHands(workbook, () => machine.state.now);
  }

  function connect(id: string, title: string, schedule?: object): void {
    const { document } = machine.state.properties;
    const createdAt = String(Object.keys(document).length);
    const settings = {};
    document[`connection.${id}`] = JSON.stringify({
      ...{ id, connector: 'bakery', title, settings, streams: [], owner: '', createdAt },
    });
    if (schedule) document[`schedule.${id}`] = JSON.stringify(schedule);
  }

  function run(name: string, ...args: unknown[]): void {
    const outcome = machine.run(project, name, args);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  }

  function build(): void {
    run('build');
  }

  function tab(name = NAME): Tab {
    const found = workbook.tabs.find((each) => each.name === name);
    if (!found) throw new Error(`There is no tab ${name}`);
    return found;
  }

  /** The areas that the charts draw, and where they stand, rows and columns from 0. */
  function charts(name = NAME): unknown[] {
    return tab(name).charts.map(({ ranges, anchor, type }) => [type, ranges.map(({ area }) => area), anchor]);
  }

  it('has a row for each connection: how it went, how it goes, and when next', () => {
    connect('b-1', 'Bakery', { every: 'day', hour: 2, next: '2026-11-21' });
    connect('l-1', 'Library', { every: 'day', hour: 2, next: '2026-11-21', paused: true });
    connect('n-1', 'New');
    run('end', [
      entry(NOW - 2 * DAY),
      entry(NOW - DAY, { status: 'failed', read: 0, inserted: 0, updated: 0, removed: 0 }),
    ]);
    run('end', [entry(NOW - 3 * HOUR)]);
    run('end', [
      entry(NOW - DAY, { connection: 'l-1', status: 'missed', read: 0, inserted: 0, updated: 0, removed: 0 }),
    ]);
    build();
    expect(hands.shown(NAME).slice(3, 7)).toEqual([
      [
        ...['Connexion', 'État', 'Actualisée', 'Dernier succès', 'Réussite (30 j)', 'Tendance (30 j)'],
        ...['Dernière exécution', 'Lues', 'Ajoutées', 'Modifiées', 'Retirées', 'Prochaine'],
      ],
      [
        ...['Bakery', 'terminé', 'il y a 3\u00a0h', '20/11/2026 07:30', '67%', ''],
        ...['20/11/2026 07:30', expect.stringMatching(/^5\s000$/) as string, '40', '3', '2', '21/11/2026 02:00'],
      ],
      ['Library', 'manqué', 'plus de 30\u00a0jours', '', '0%', '', '19/11/2026 10:30', '0', '0', '0', '0', 'en pause'],
      ['New', 'jamais lancée', '', '', '', '', '', '', '', '', '', 'à la main'],
    ]);
    expect(hands.shown(NAME)[1]?.slice(0, 2)).toEqual(['Mis à jour le', '20/11/2026 10:30']);
    expect(tab().grid.styleAt(5, 1)).toMatchObject({ fontColor: '#b3261e' });
    expect(tab().grid.styleAt(4, 1)?.fontColor).toBeUndefined();
    expect(hands.rows(NAME)[4]?.[11]).toEqual(new Date(Date.UTC(2026, 10, 21, 1)));
  });

  it('draws the trend of each connection from rows changed on each of thirty days', () => {
    connect('b-1', 'Bakery');
    connect('l-1', 'Library');
    run('end', [entry(NOW - 2 * DAY), entry(NOW - 29 * DAY), entry(NOW - 30 * DAY), entry(NOW, { connection: 'l-1' })]);
    build();
    const trends = [0, 1].map((n) => sparklineAt(workbook, tab(), 4 + n, 5));
    expect(trends[0]).toEqual([45, ...new Array<number>(26).fill(0), 45, 0, 0]);
    expect(trends[1]).toEqual([...new Array<number>(29).fill(0), 45]);
  });

  it('draws runs by outcome and rows, on the days of the spreadsheet', () => {
    connect('b-1', 'Bakery');
    // Half an hour into the day in Paris, in UTC the day before.
    const night = Date.UTC(2026, 10, 18, 23, 30);
    run('end', [entry(night), entry(night + HOUR, { status: 'failed' }), entry(night + DAY, { status: 'stopped' })]);
    build();
    expect(tab().charts.map(({ type, options }) => [type, options.title])).toEqual([
      ['COLUMN', 'Synchronisations par jour'],
      ['COLUMN', 'Lignes par jour'],
    ]);
    const areas = tab().charts.map(({ ranges }) => ranges[0]?.area);
    const [row = 0] = areas.map((area) => area?.row);
    expect(areas).toEqual([
      { row, column: 0, rows: 31, columns: 5 },
      { row, column: 6, rows: 31, columns: 4 },
    ]);
    const shown = hands.shown(NAME);
    expect(shown[row]?.slice(0, 10)).toEqual([
      ...['Jour', 'Terminées', 'En échec', 'Manquées', 'Autres', ''],
      ...['Jour', 'Ajoutées', 'Modifiées', 'Retirées'],
    ]);
    expect(shown.slice(row + 29, row + 31).map((line) => line.slice(0, 10))).toEqual([
      ['19/11', '1', '1', '0', '0', '', '19/11', '80', '6', '4'],
      ['20/11', '0', '0', '0', '1', '', '20/11', '40', '3', '2'],
    ]);
  });

  it('has a row for the contacts, once they are synced', () => {
    const { document } = machine.state.properties;
    const setup = { owner: 'a@example.com', label: null, direction: 'both', tie: 'sheet', hourly: true, atOnce: false };
    const tally = {
      created: 1,
      updated: 2,
      skipped: 0,
      conflicts: 0,
      held: 0,
      errors: 0,
      calls: 3,
      clients: 9,
      linked: 9,
      choices: 0,
    };
    const last = { startedAt: NOW - HOUR, duration: 1, status: 'finished', tally, message: { fr: '', en: '' } };
    document['contacts.setup'] = JSON.stringify(setup);
    document['contacts.last'] = JSON.stringify(last);
    build();
    expect(hands.shown(NAME)[4]).toEqual([
      ...['Google Contacts', 'terminé', 'il y a 1\u00a0h', '20/11/2026 09:30', '', '', '20/11/2026 09:30'],
      ...['9', '1', '2', '0', 'chaque heure'],
    ]);
  });

  it('says so when there is no connection', () => {
    build();
    expect(hands.shown(NAME)[4]?.[0]).toMatch(/^Aucune connexion pour l’instant/);
    expect(hands.formulaCount(NAME)).toBe(0);
    expect(charts()).toHaveLength(2);
  });

  it('takes no title for a formula', () => {
    connect('b-1', '=1+1');
    build();
    expect(hands.shown(NAME)[4]?.[0]).toBe('=1+1');
    expect(hands.formulaCount(NAME)).toBe(1);
    expect(hands.formula(NAME, 'F5')).toMatch(/^=SPARKLINE\(C\d+:C\d+\)$/);
  });

  it('speaks English to those who chose it', () => {
    start(createMachine({ startAt: NOW, locale: 'en_GB' }));
    connect('b-1', 'Bakery');
    run('end', [entry(NOW - 3 * HOUR)]);
    build();
    expect(hands.shown('Dashboard')[4]?.slice(0, 5)).toEqual([
      'Bakery',
      'finished',
      '3\u00a0h ago',
      '2026-11-20 07:30',
      '100%',
    ]);
    expect(tab('Dashboard').charts[0]?.options.title).toBe('Syncs per day');
  });

  it('is drawn again where it stands, in the tab that the user renamed, and comes to the front', () => {
    connect('b-1', 'Bakery');
    build();
    hands.renameTab(NAME, 'Pilotage');
    workbook.activeTab = workbook.tabs[0]?.id ?? 0;
    run('end', [entry(NOW - 3 * HOUR)]);
    build();
    expect(hands.tabs()).toEqual(['Feuille 1', 'Pilotage', 'Historique']);
    expect(hands.shown('Pilotage')[4]?.[1]).toBe('terminé');
    expect(charts('Pilotage')).toHaveLength(2);
    expect(workbook.activeTab).toBe(tab('Pilotage').id);
  });

  it('keeps its charts under the table when connections come and go, and leaves nothing behind', () => {
    connect('b-1', 'Bakery');
    build();
    const [before, lines] = [charts(), hands.shown(NAME)];
    const ids = tab().charts.map(({ id }) => id);
    connect('l-1', 'Library');
    build();
    expect(charts()).not.toEqual(before);
    expect(tab().charts.map(({ id }) => id)).toEqual(ids);
    delete machine.state.properties.document['connection.l-1'];
    build();
    expect(charts()).toEqual(before);
    expect(hands.shown(NAME)).toEqual(lines);
  });

  it('leaves what stands beside it, also where the user made room for more', () => {
    connect('b-1', 'Bakery');
    build();
    hands.type(NAME, 'N5', 'Call them');
    hands.insertRow(NAME, 1);
    hands.insertColumn(NAME, 1);
    hands.type(NAME, 'A6', 'Mine');
    const before = charts();
    build();
    expect(hands.shown(NAME)[5]?.slice(0, 2)).toEqual(['Mine', 'Bakery']);
    expect(hands.shown(NAME)[5]?.[14]).toBe('Call them');
    expect(hands.formula(NAME, 'G6')).toMatch(/^=SPARKLINE\(D/);
    expect(charts()).toEqual(before);
  });

  it('leaves a chart where the user moved it, other charts alone, and makes one again that was deleted', () => {
    connect('b-1', 'Bakery');
    build();
    const [runs, rows] = tab().charts;
    if (!runs || !rows) throw new Error('There are no charts');
    const moved = { ...runs, anchor: { row: 60, column: 3, x: 0, y: 0 } };
    const own = { ...rows, id: 1, ranges: [{ sheetId: tab().id, area: { row: 3, column: 0, rows: 5, columns: 2 } }] };
    tab().charts = [own, moved];
    build();
    expect(tab().charts.map(({ anchor }) => anchor)).toEqual([own.anchor, moved.anchor, rows.anchor]);
    expect(tab().charts[0]).toEqual(own);
  });

  it.each(['before', 'after'] as const)(
    'is there once and whole, whichever call an execution is killed %s',
    (moment) => {
      connect('b-1', 'Bakery');
      build();
      const [lines, wanted] = [hands.shown(NAME), charts()];
      for (let n = 1; ; n++) {
        start(createMachine({ startAt: NOW }));
        connect('b-1', 'Bakery');
        machine.faults.kill(moment, n);
        const { status } = machine.run(project, 'build');
        machine.faults.clear();
        machine.state.now = NOW;
        build();
        expect([n, hands.tabs(), charts()]).toEqual([n, ['Feuille 1', NAME], wanted]);
        expect(hands.shown(NAME).slice(2)).toEqual(lines.slice(2));
        if (status !== 'killed') break;
      }
    },
  );

  it('leaves a tab of the user that has its name alone', () => {
    hands.addTab(NAME);
    hands.type(NAME, 'A1', 'mine');
    build();
    expect(hands.rows(NAME)).toEqual([['mine']]);
    expect(hands.shown(`${NAME} 2`)[0]?.[0]).toBe(NAME);
  });

  it('takes a few seconds, with twenty connections as with one', () => {
    connect('b-1', 'Bakery');
    build();
    const time = (): number => {
      const before = machine.state.now;
      build();
      return machine.state.now - before;
    };
    const few = time();
    for (let n = 2; n <= 20; n++) connect(`b-${String(n)}`, `Bakery ${String(n)}`);
    build();
    expect(time()).toBeLessThan(few + 500);
    expect(few).toBeLessThan(8000);
  });

  it('says what to do when the spreadsheet is full, or Google refuses to write', () => {
    addTab(workbook, 'Large', 1, 554_000, 18);
    expect(machine.run(project, 'build')).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining('26000 cells needed') as string },
    });
    expect(hands.tabs()).toHaveLength(2);
    hands.deleteTab('Large');
    machine.faults.fail(1, 'You are trying to edit a protected cell or object.', { method: 'Range.clearFormat' });
    expect(machine.run(project, 'build')).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining(`Google does not write into the tab ${NAME}`) as string },
    });
  });
});
