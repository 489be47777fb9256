import { createUserHands, type UserHands } from '../../local/apps-script/spreadsheet/user-hands';
import { createMachine, type Machine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import type { Entry } from '../../src/engine/engine';
import { bundle } from '../bundle';

const ENTRY: Entry = {
  startedAt: Date.UTC(2026, 10, 20, 9, 30),
  duration: 12_400,
  connection: 'bakery',
  stream: 'loaves',
  status: 'finished',
  read: 5,
  inserted: 4,
  updated: 3,
  removed: 2,
  requests: 1,
  message: { fr: '=1+1', en: 'ok' },
};

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
    append(ENTRY, { ...ENTRY, stream: 'cakes', status: 'failed' });
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
      ],
      ['2026-11-20 10:30:00', '12', 'My bakery', 'loaves', 'terminé', '5', '4', '3', '2', '1', '=1+1'],
      ['2026-11-20 10:30:00', '12', 'My bakery', 'cakes', 'en échec', '5', '4', '3', '2', '1', '=1+1'],
    ]);
    expect(hands.rows('Historique')[1]?.[0]).toEqual(new Date(ENTRY.startedAt));
    expect(hands.formulaCount('Historique')).toBe(0);
  });

  it('grows at the bottom, in the formats of the rows above, with three spreadsheet calls', () => {
    append(ENTRY);
    const calls = append({ ...ENTRY, stream: 'cakes' });
    expect(hands.shown('Historique').map((row) => row[3])).toEqual(['Données', 'loaves', 'cakes']);
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

  it('forgets the oldest beyond a thousand', () => {
    append(...Array.from({ length: 1000 }, (_, index) => ({ ...ENTRY, read: index })));
    append({ ...ENTRY, read: 1000 });
    const rows = hands.rows('Historique').slice(1);
    expect(rows.length).toBeLessThanOrEqual(1000);
    expect(rows.at(-1)?.[5]).toBe(1000);
    expect(rows[0]?.[5]).toBe(1001 - rows.length);
  });
});
