import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { column, createTableLab, write, type TableLab } from './table-lab';
import type { Step } from './table-script';

let project: Project;
let lab: TableLab;

beforeAll(async () => {
  project = await bundle('test/destinations/table-script.ts');
});

beforeEach(() => {
  lab = createTableLab(project, { columns: [column('id'), column('group'), column('at', 'day'), column('note')] });
});

const fill = (count: number): Step =>
  write(
    Array.from({ length: count }, (_, n) => ({ id: `p${String(n)}`, group: n % 2 === 0 ? 'old' : 'other', note: 'n' })),
  );
const rename: Step = { do: 'edit', columns: ['group'], texts: { old: 'new' } };

describe('an edit of all rows', () => {
  it('shows the asked columns of every row from the top down, without those that the tab lacks', () => {
    lab.play(fill(3));
    expect(lab.play({ do: 'look', columns: ['group', 'absent', 'id'] }).answers[0]).toEqual([
      { group: 'old', id: 'p0' },
      { group: 'other', id: 'p1' },
      { group: 'old', id: 'p2' },
    ]);
  });

  it('changes the columns that come back, and no others', () => {
    lab.play(fill(4));
    expect(lab.play(rename).answers[0]).toMatchObject({ inserted: 0, updated: 2, removed: 0 });
    expect(lab.records()).toMatchObject({
      p0: { group: 'new', note: 'n' },
      p1: { group: 'other' },
      p2: { group: 'new' },
    });
    expect(lab.play(rename).answers[0]).toMatchObject({ updated: 0 });
  });

  it('writes columns that it did not look at, but never a key', () => {
    lab.play(fill(1));
    lab.play({ ...rename, set: { id: 'p9', at: '2026-02-02', note: '', absent: 'x' } });
    expect(lab.records()).toMatchObject({ p0: { group: 'new', note: '' } });
    expect(lab.hands.formats('people')[1]?.[2]).toBe('yyyy-mm-dd');
    expect(lab.header()).toEqual(['id', 'group', 'at', 'note']);
  });

  it('does nothing before the tab exists', () => {
    expect(lab.play(rename, { do: 'look', columns: ['group'] }).answers).toEqual([
      { inserted: 0, updated: 0, removed: 0, cut: 0 },
      [],
    ]);
    expect(lab.hands.tabs()).not.toContain('people');
  });

  it('passes over rows without a key', () => {
    lab.play(fill(2));
    lab.hands.insertRow('people', 3);
    lab.hands.type('people', 'B3', 'old');
    expect(lab.play(rename).answers[0]).toMatchObject({ updated: 1 });
    expect(lab.hands.rows('people')[2]?.[1]).toBe('old');
  });

  it('changes the right rows when someone sorts after they were read', () => {
    lab.play(fill(9));
    const sort = (): void => {
      lab.hands.sort('people', 1, false);
    };
    lab.machine.resetCalls();
    lab.machine.faults.hook('after', 2, sort, { method: 'Sheets.Spreadsheets.Values.batchGet', within: 'execution' });
    expect(lab.play(rename).error).toBeUndefined();
    for (const [key, { group }] of Object.entries(lab.records())) {
      expect(group).toBe(Number(key.slice(1)) % 2 === 0 ? 'new' : 'other');
    }
  });

  it('does not add a row that went after it was read', () => {
    lab.play(fill(4));
    const drop = (): void => {
      lab.hands.deleteRow('people', 2);
    };
    lab.machine.faults.hook('after', 2, drop, { method: 'Sheets.Spreadsheets.Values.batchGet', within: 'execution' });
    expect(lab.play(rename).answers[0]).toMatchObject({ inserted: 0, updated: 1 });
    expect(Object.keys(lab.records())).toEqual(['p1', 'p2', 'p3']);
  });

  it('is stale when rows move while they are written, and no row keeps another’s values', () => {
    lab.play(fill(9));
    const sort = (): void => {
      lab.hands.sort('people', 1, false);
    };
    lab.machine.faults.hook('before', 1, sort, { method: 'Sheets.Spreadsheets.Values.batchUpdate' });
    expect(lab.play(rename).error?.stale).toBe(true);
    for (const [key, { group }] of Object.entries(lab.records())) {
      expect([Number(key.slice(1)) % 2 === 0 ? 'new' : 'other', 'old', '']).toContain(group);
    }
  });

  it('takes few calls, however many rows it changes', () => {
    lab.play(fill(6000));
    lab.play({ do: 'look', columns: ['group'] });
    expect(lab.calls()).toBeLessThanOrEqual(8);
    lab.play(rename);
    expect(lab.calls()).toBeLessThanOrEqual(20);
    expect(lab.records()).toMatchObject({ p0: { group: 'new' }, p5998: { group: 'new' }, p5999: { group: 'other' } });
  });
});
