import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import type { Entry } from '../../src/engine/engine';
import { bundle } from '../bundle';

const ENTRY: Entry = {
  startedAt: Date.UTC(2026, 10, 20, 9, 30),
  duration: 12_400,
  run: Date.UTC(2026, 10, 20, 9, 29),
  connection: 'bakery',
  stream: 'loaves',
  title: { fr: 'Pains', en: 'Loaves' },
  status: 'finished',
  read: 5,
  inserted: 4,
  updated: 3,
  removed: 2,
  requests: 1,
  message: { fr: '=1+1', en: 'ok' },
};

const CAKES = { stream: 'cakes', title: { fr: 'Gâteaux', en: 'Cakes' } };
/** What only a sync in both directions counts. */
const SIDES = ['Inchangées', 'Conflits', 'En attente', 'Erreurs', 'Origine', 'Prévue'];
const PAINS = ['2026-11-20 10:30:00', '12', 'My bakery', 'Pains', 'terminé', '5', '4', '3', '2', '1'];
const RUN = `bakery-${ENTRY.run.toString(36)}`;

describe('the history', () => {
  let project: Project;
  let machine: Machine;
  let hands: UserHands;

  beforeAll(async () => {
    project = await bundle('test/app/history-script.ts');
  });

  beforeEach(() => {
    machine = createMachine();
    const [workbook] = machine.documents.workbooks.values();
    if (!workbook) throw new Error('There is no spreadsheet');
    hands = createUserHands(workbook, () => machine.state.now);
  });

  function append(...entries: Entry[]): Readonly<Record<string, number>> {
    const outcome = machine.run(project, 'append', [entries]);
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.calls;
  }

  it('has a row for each stream of a run, with real dates on the clock of the spreadsheet', () => {
    append(ENTRY, { ...ENTRY, ...CAKES, status: 'failed', sides: { skipped: 3, conflicts: 2, held: 1, errors: 0 } });
    expect(hands.shown('Historique')).toEqual([
      [
        'Début',
        'Durée (s)',
        'Connexion',
        'Données',
        'État',
        'Lues',
        'Ajoutées',
        'Modifiées',
        'Retirées',
        'Requêtes',
        'Message',
        'Exécution',
        ...SIDES,
      ],
      [...PAINS, '=1+1', RUN, '', '', '', '', 'à la main', ''],
      [
        '2026-11-20 10:30:00',
        '12',
        'My bakery',
        'Gâteaux',
        'en échec',
        '5',
        '4',
        '3',
        '2',
        '1',
        '=1+1',
        RUN,
        '3',
        '2',
        '1',
        '0',
        'à la main',
        '',
      ],
    ]);
    expect(hands.rows('Historique')[1]?.[0]).toEqual(new Date(ENTRY.startedAt));
    expect(hands.formulaCount('Historique')).toBe(0);
  });

  it('grows at the bottom, in the formats of the rows above, with three spreadsheet calls', () => {
    append(ENTRY);
    const calls = append({ ...ENTRY, ...CAKES });
    expect(hands.shown('Historique').map((row) => row[3])).toEqual(['Données', 'Pains', 'Gâteaux']);
    expect(hands.shown('Historique')[2]?.[0]).toBe('2026-11-20 10:30:00');
    const cells = Object.entries(calls).filter(([name]) =>
      /find$|insertRows|setValues|setNumberFormats|^Sheets\./.test(name),
    );
    expect(cells.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(3);
  });

  it('is found again when the user has renamed it', () => {
    append(ENTRY);
    hands.renameTab('Historique', 'Journal');
    append(ENTRY);
    expect(hands.tabs()).not.toContain('Historique');
    expect(hands.rows('Journal')).toHaveLength(3);
  });

  it('leaves a tab of the user that has its name alone', () => {
    hands.addTab('Historique');
    hands.type('Historique', 'A1', 'mine');
    append(ENTRY);
    expect(hands.rows('Historique')).toEqual([['mine']]);
    expect(hands.rows('Historique 2')).toHaveLength(2);
  });

  it.each(['before', 'after'] as const)('is made once, whichever call an execution is killed %s', (moment) => {
    const tabs = hands.tabs().length;
    append(ENTRY);
    const steps = Object.values(machine.calls()).reduce((sum, count) => sum + count, 0);
    for (let n = 1; n <= steps; n++) {
      const fresh = createMachine();
      fresh.faults.kill(moment, n);
      fresh.run(project, 'append', [[ENTRY]]);
      fresh.faults.clear();
      fresh.run(project, 'append', [[ENTRY]]);
      const [workbook] = fresh.documents.workbooks.values();
      if (!workbook) throw new Error('There is no spreadsheet');
      expect([n, workbook.tabs.length]).toEqual([n, tabs + 1]);
    }
  });

  /** A tab as an earlier version made it, with so many of our columns, and one of the user's. */
  function makeOld(version: string, width: number): void {
    append(ENTRY);
    const [workbook] = machine.documents.workbooks.values();
    const tag = workbook?.metadata.find(({ key }) => key === 'sync.history');
    if (tag) tag.value = version;
    for (let column = 18; column > width; column -= 1) hands.deleteColumn('Historique', column);
    hands.insertColumn('Historique', width + 1);
    const cell = String.fromCharCode(65 + width);
    hands.type('Historique', `${cell}1`, 'Mine');
    hands.type('Historique', `${cell}2`, 'checked');
  }

  it.each([
    ['1', 11, ''],
    ['2', 12, RUN],
  ])('gets the columns that a tab of version %s lacks, left of what the user added', (version, width, run) => {
    makeOld(version, width);
    append(ENTRY);
    append(ENTRY);
    expect(hands.shown('Historique').map((row) => row.slice(10))).toEqual([
      ['Message', 'Exécution', ...SIDES, 'Mine'],
      ['=1+1', run, '', '', '', '', '', '', 'checked'],
      ['=1+1', RUN, '', '', '', '', 'à la main', '', ''],
      ['=1+1', RUN, '', '', '', '', 'à la main', '', ''],
    ]);
  });

  it.each(['before', 'after'] as const)('gets them once, whichever call an execution is killed %s', (moment) => {
    for (let n = 1; ; n += 1) {
      machine = createMachine();
      const [workbook] = machine.documents.workbooks.values();
      if (!workbook) throw new Error('There is no spreadsheet');
      hands = createUserHands(workbook, () => machine.state.now);
      makeOld('1', 11);
      machine.resetCalls();
      machine.faults.kill(moment, n);
      const { status } = machine.run(project, 'append', [[ENTRY]]);
      machine.faults.clear();
      append(ENTRY);
      expect([n, hands.shown('Historique')[0]?.slice(10)]).toEqual([n, ['Message', 'Exécution', ...SIDES, 'Mine']]);
      if (status !== 'killed') break;
    }
  });

  it('gets the columns back that the user removed', () => {
    append(ENTRY);
    for (let column = 18; column > 10; column -= 1) hands.deleteColumn('Historique', column);
    append(ENTRY);
    expect(hands.shown('Historique').map((row) => row.slice(9))).toEqual([
      ['Requêtes', 'Message', 'Exécution', ...SIDES],
      ['1', '', '', '', '', '', '', '', ''],
      ['1', '=1+1', RUN, '', '', '', '', 'à la main', ''],
    ]);
  });

  it('comes to the front, or says when it will be there', () => {
    expect(machine.run(project, 'open')).toMatchObject({
      status: 'failed',
      error: { message: 'There is no history tab' },
    });
    append(ENTRY);
    const [workbook] = machine.documents.workbooks.values();
    machine.run(project, 'open');
    expect(workbook?.tabs.findIndex(({ id }) => id === workbook.activeTab)).toBe(hands.tabs().indexOf('Historique'));
  });
});
