import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { column, createTableLab, write, type TableLab } from './table-lab';

let project: Project;
let lab: TableLab;

beforeAll(async () => {
  project = await bundle('test/destinations/table-script.ts');
});

beforeEach(() => {
  lab = createTableLab(project);
});

const city = column('cf_1', 'text', { headers: ['City', 'City (1)'] });
const otherCity = column('cf_2', 'text', { headers: ['City', 'City (2)'] });
const solved = column('cf_3', 'day', { headers: ['Solved'] });
const row = (rest: object = {}): Record<string, string> => ({ id: 'p1', name: 'Anne', ...rest });

describe('columns that a page brings', () => {
  it('stand after the table’s own, in the page’s order, with their sentences as notes', () => {
    lab.play(write([row({ cf_1: 'Lyon', cf_3: '2026-02-02' })], [city, solved]));
    expect(lab.header()).toEqual(['id', 'name', 'amount', 'City', 'Solved']);
    expect(lab.hands.note('people', 'D1')).toBe('cf_1');
    expect(lab.hands.formats('people')[1]?.slice(3)).toEqual(['@', 'yyyy-mm-dd']);
  });

  it('are added at the right end of ours when they are new, before the user’s own columns', () => {
    lab.play(write([row({ cf_1: 'Lyon' })], [city]));
    lab.hands.insertColumn('people', 5);
    lab.hands.type('people', 'E1', 'Mine');
    lab.hands.type('people', 'E2', 'kept');
    lab.retarget({ columns: [column('id'), column('age', 'number'), column('name'), column('amount', 'number')] });
    expect(lab.play({ do: 'needsAll' }).answers).toEqual([true]);
    lab.play(write([row({ cf_1: 'Lyon', cf_3: '2026-02-02', age: 30 })], [solved, city]));
    expect(lab.header()).toEqual(['id', 'name', 'amount', 'City', 'age', 'Solved', 'Mine']);
    expect(lab.records().p1).toMatchObject({ City: 'Lyon', age: 30, Mine: 'kept' });
  });

  it('show numbers as numbers and days as days when their neighbour is something else', () => {
    lab.play(write([row({ cf_3: '2026-02-02' })], [solved]));
    const ended = column('cf_5', 'moment');
    lab.play(
      write([row({ cf_3: '2026-02-02', cf_4: 12, cf_5: '2026-02-02T09:00:00Z' })], [column('cf_4', 'number'), ended]),
    );
    expect(lab.hands.formats('people')[1]?.slice(3)).toEqual(['yyyy-mm-dd', null, 'yyyy-mm-dd hh:mm:ss']);
    expect(lab.hands.shown('people')[1]?.[4]).toBe('12');
  });

  it('take the first of their headers that no other column has', () => {
    lab.play(write([row({ cf_1: 'Lyon', cf_2: 'Metz' })], [city, otherCity]));
    expect(lab.records().p1).toMatchObject({ City: 'Lyon', 'City (2)': 'Metz' });
    lab.play(write([row({ cf_9: 'x' })], [column('cf_9', 'text', { headers: ['name', 'City', 'City (2)'] })]));
    expect(lab.header().slice(-1)).toEqual(['name (Lab)']);
    expect(lab.play(write([row({ cf_1: 'Nice' })], [city, otherCity])).error).toBeUndefined();
  });

  it('leave a header to the user’s column that has it', () => {
    lab.play(write([row()]));
    lab.hands.insertColumn('people', 1);
    lab.hands.type('people', 'A1', 'City');
    lab.hands.type('people', 'A2', 'mine');
    lab.play(write([row({ cf_1: 'Lyon' })], [city]));
    expect(lab.header()).toEqual(['City', 'id', 'name', 'amount', 'City (1)']);
    expect(lab.records().mine).toMatchObject({ 'City (1)': 'Lyon' });
  });

  it('keep their header for ever, whatever it would be today', () => {
    lab.play(write([row({ cf_1: 'Lyon' })], [city]));
    const renamed = column('cf_1', 'text', { headers: ['Town'] });
    lab.play(write([row({ cf_1: 'Metz' })], [renamed]));
    expect(lab.records().p1).toMatchObject({ City: 'Metz' });
    expect(lab.header()).not.toContain('Town');
  });

  it('do not ask for all rows when they are new, nor when nobody declares them yet', () => {
    lab.play(write([row()]));
    expect(lab.play({ do: 'needsAll' }, write([row({ cf_1: 'Lyon' })], [city]), { do: 'needsAll' }).answers).toEqual([
      false,
      expect.anything(),
      false,
    ]);
    expect(lab.play({ do: 'needsAll' }).answers).toEqual([false]);
  });

  it('are made again, and need all rows, when the user deleted them', () => {
    lab.play(write([row({ cf_1: 'Lyon' })], [city]));
    lab.hands.deleteColumn('people', 4);
    const renamed = column('cf_1', 'text', { headers: ['Town'] });
    const { answers } = lab.play({ do: 'needsAll' }, write([row({ cf_1: 'Lyon' })], [renamed]));
    expect(answers[0]).toBe(true);
    expect(lab.records().p1).toMatchObject({ City: 'Lyon' });
    expect(lab.play({ do: 'needsAll' }).answers).toEqual([false]);
  });

  it('are emptied by a complete row when nobody declares them any more', () => {
    lab.play(write([row({ cf_1: 'Lyon' })], [city]));
    lab.play(write([row()], []));
    expect(lab.records().p1).toMatchObject({ City: '' });
  });

  it('keep their kind for an execution in which no page declares them', () => {
    lab.play(write([row({ cf_3: '2026-02-02' })], [solved]));
    expect(lab.play({ do: 'columns' }).answers[0]).toContainEqual({ header: 'Solved', kind: 'day' });
  });

  it('count in the width that must fit before anything is written', () => {
    const many = Array.from({ length: 57 }, (_, n) => column(`cf_${String(n)}`));
    lab.retarget({ slimming: { fr: 'Retirez des champs.', en: 'Leave out some fields.' } });
    const { error } = lab.play(write([row()], many, { pass: { total: 200_000 } }));
    expect(error?.en).toContain('200,000 rows × 60 columns = 12,000,000 cells');
    expect(error?.en).toContain('9,974,000 are left');
    expect(error?.en).toContain('at most 49 columns would fit');
    expect(error?.en).toContain('Leave out some fields.');
    expect(error?.fr).toMatch(/200\s000 lignes × 60 colonnes = 12\s000\s000 cellules/);
    expect(error?.fr).toContain('au plus 49 colonnes tiendraient');
    expect(lab.hands.tabs()).not.toContain('people');
  });
});

describe('a dormant column', () => {
  const dormant = column('cf_1', 'text', { headers: ['City'], dormant: true });

  it('is not made, neither declared nor found in a row', () => {
    lab.retarget({ columns: [column('id'), column('name'), column('old', 'text', { dormant: true })] });
    expect(lab.play({ do: 'needsAll' }, write([row({ cf_1: 'Lyon', old: 'x' })], [dormant])).answers[0]).toBe(true);
    expect(lab.header()).toEqual(['id', 'name']);
    expect(lab.play({ do: 'needsAll' }).answers).toEqual([false]);
  });

  it('is kept up where the tab has it, and left by a row that lacks it', () => {
    lab.play(write([row({ cf_1: 'Lyon' })], [city]));
    lab.play(write([row({ name: 'Anna' })], [dormant]));
    expect(lab.records().p1).toMatchObject({ name: 'Anna', City: 'Lyon' });
    lab.play(write([row({ cf_1: 'Metz' })], [dormant]));
    expect(lab.records().p1).toMatchObject({ City: 'Metz' });
  });

  it('stays away once the user deleted it, and asks for all rows no more than once', () => {
    lab.play(write([row({ cf_1: 'Lyon' })], [city]));
    lab.hands.deleteColumn('people', 4);
    lab.play(write([row({ cf_1: 'Lyon' })], [dormant]));
    expect(lab.header()).toEqual(['id', 'name', 'amount']);
    expect(lab.play({ do: 'needsAll' }).answers).toEqual([false]);
  });

  it('of the table itself asks for no rows when the user deleted it, and comes back under its header', () => {
    lab.play(write([row()]));
    lab.hands.deleteColumn('people', 3);
    lab.retarget({ columns: [column('id'), column('name'), column('amount', 'number', { dormant: true })] });
    expect(lab.play({ do: 'needsAll' }).answers).toEqual([false]);
    const amount = column('amount', 'number', { headers: ['Sum'] });
    lab.retarget({ columns: [column('id'), column('name'), amount] });
    lab.play(write([{ ...row(), amount: 4 }]));
    expect(lab.records().p1).toMatchObject({ amount: 4 });
  });
});
