import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { createLab, people, type Lab } from '../engine/lab';

let project: Project;
let lab: Lab;

beforeAll(async () => {
  project = await bundle('test/engine/script.ts');
});

beforeEach(() => {
  lab = createLab(project);
});

const calls = (): number =>
  Object.entries(lab.machine.calls())
    .filter(([name]) => /^(Sheets\.|(Range|RangeList)\.(get|set)|Sheet\.(insert|delete|getLast))/.test(name))
    .filter(([name]) => !/getA1|getSheet|getRow|getColumn/.test(name))
    .reduce((sum, [, count]) => sum + count, 0);

describe('the tab of a stream', () => {
  it('is made with a header of the stream’s columns and one row a record', () => {
    lab.answer(people(3, 2));
    lab.sync();
    expect(lab.hands.rows('people')).toEqual([
      ['id', 'name', 'amount'],
      ['p1', 'Name 1', 0],
      ['p2', 'Name 2', 1],
      ['p3', 'Name 3', 2],
    ]);
    expect(lab.hands.note('people', 'B1')).toBe('name');
  });

  it('does not change when the same pages come again', () => {
    lab.answer(people(5, 2));
    lab.sync();
    const outcome = lab.sync();
    expect(outcome.state === 'finished' && outcome.entries[0]).toMatchObject({
      read: 5,
      inserted: 0,
      updated: 0,
      removed: 0,
    });
    expect(Object.keys(lab.records('people'))).toHaveLength(5);
  });

  it('keeps every text as it was written, and makes no formula of it', () => {
    const texts = [
      '=1+1',
      '+33612345678',
      '007',
      '1/2',
      '1234567890123456789',
      'TRUE',
      '10%',
      "'quoted",
      '-abc',
      '@cmd',
      '1e5',
      '12,50',
      '2026-07',
      '\t=1',
      'a\nb',
      '😀',
      '=IMPORTXML("http://evil")',
    ];
    const rows = texts.map((text, n) => ({ id: `0${String(n)}`, name: text, amount: null, extra: text }));
    lab.answer(people(0, 1, { pages: [{ rows }] }));
    lab.sync();
    texts.forEach((text, n) => {
      expect(lab.records('people')[`0${String(n)}`]).toMatchObject({ name: text, extra: text });
    });
    expect(lab.hands.formulaCount('people')).toBe(0);
    const changed = rows.map((row, n) => ({
      ...row,
      name: texts[(n + 1) % texts.length] ?? '',
      extra: `${row.extra}!`,
    }));
    lab.answer(people(0, 1, { pages: [{ rows: changed }] }));
    lab.sync();
    changed.forEach((row) => {
      expect(lab.records('people')[row.id]).toMatchObject({ name: row.name, extra: row.extra });
    });
    expect(lab.hands.formulaCount('people')).toBe(0);
  });

  it('holds numbers, booleans, dates and instants as such', () => {
    const columns = [
      ['id', 'text'],
      ['yes', 'boolean'],
      ['when', 'moment'],
      ['day', 'moment'],
    ] as const;
    const rows = [
      { id: 'a', yes: true, when: '2026-02-02T11:00:00.000Z', day: '2026-02-02', later: '2026-07-01T10:00:00' },
    ];
    lab.answer(people(0, 1, { columns: columns.map(([name, kind]) => [name, kind]), pages: [{ rows }] }));
    lab.sync();
    const [, row = []] = lab.hands.rows('people');
    expect(row.slice(0, 2)).toEqual(['a', true]);
    expect(row.slice(2).map((value) => (value as Date).toISOString())).toEqual([
      '2026-02-02T11:00:00.000Z',
      '2026-02-01T23:00:00.000Z',
      '2026-07-01T10:00:00.000Z',
    ]);
    expect(lab.hands.formats('people')[1]?.slice(2)).toEqual([
      'yyyy-mm-dd hh:mm:ss',
      'yyyy-mm-dd',
      'yyyy-mm-dd hh:mm:ss',
    ]);
  });

  it('is found again after the user renamed it', () => {
    lab.answer(people(2, 2));
    lab.sync();
    lab.hands.renameTab('people', 'Mes clients');
    lab.sync();
    expect(lab.hands.tabs()).not.toContain('people');
    expect(Object.keys(lab.records('Mes clients'))).toEqual(['p1', 'p2']);
  });

  it('is made again in full after the user deleted it', () => {
    lab.answer(people(5, 2));
    lab.sync();
    lab.hands.addTab('Autre');
    lab.hands.deleteTab('people');
    lab.sync();
    expect(Object.keys(lab.records('people'))).toHaveLength(5);
  });

  it('leaves the user’s columns, formulas and notes on their rows through updates, additions and reordered columns', () => {
    lab.answer(people(4, 4));
    lab.sync();
    lab.hands.insertColumn('people', 2);
    lab.hands.type('people', 'B1', 'Mine');
    lab.hands.type('people', 'B3', 'for p2');
    lab.hands.insertColumn('people', 5);
    lab.hands.type('people', 'E1', 'Double');
    lab.hands.type('people', 'E3', '=D3*2');
    lab.hands.setNote('people', 'E3', 'a note');
    lab.hands.moveColumn('people', 4, 1);
    lab.hands.sort('people', 1, false);
    const more = people(6, 6);
    const rows = (more.pages[0]?.rows ?? []).map((row) => ({ ...row, name: `${String(row.name)}!` }));
    lab.answer({ ...more, pages: [{ rows }] });
    lab.sync();
    const records = lab.records('people');
    expect(Object.keys(records)).toHaveLength(6);
    expect(records.p2).toMatchObject({ name: 'Name 2!', Mine: 'for p2', Double: 2, amount: 1 });
    expect(records.p6).toMatchObject({ name: 'Name 6!', Mine: '', amount: 5 });
  });

  it('writes below nothing of the user’s: a total under the table moves down', () => {
    lab.answer(people(2, 2));
    lab.sync();
    lab.hands.insertRow('people', 4);
    lab.hands.insertRow('people', 5);
    lab.hands.type('people', 'C5', '=SUM(C2:C3)');
    lab.answer(people(4, 4));
    lab.sync();
    expect(Object.keys(lab.records('people'))).toHaveLength(4);
    expect(lab.hands.formulaCount('people')).toBe(1);
    expect(lab.hands.formula('people', 'C7')).toContain('SUM');
  });

  it('gets a column for a field that no documentation names, at the right end of ours', () => {
    lab.answer(people(1, 1, { pages: [{ rows: [{ id: 'a', name: 'A', amount: 1, 'new.field': 'x' }] }] }));
    lab.sync();
    expect(lab.hands.rows('people')[0]).toEqual(['id', 'name', 'amount', 'new.field']);
  });

  it('takes another header where the user has a column of that name', () => {
    lab.answer(people(1, 1));
    lab.sync();
    lab.hands.insertColumn('people', 1);
    lab.hands.type('people', 'A1', 'colour');
    lab.hands.type('people', 'A2', 'blue');
    lab.answer(people(1, 1, { pages: [{ rows: [{ id: 'p1', name: 'N', amount: 1, colour: 'red' }] }] }));
    lab.sync();
    expect(lab.records('people').p1).toMatchObject({ colour: 'blue', 'colour (Lab)': 'red' });
  });

  it('refuses to guess which of two equal headers is ours, and writes nothing', () => {
    lab.answer(people(1, 1));
    lab.sync();
    lab.hands.insertColumn('people', 4);
    lab.hands.type('people', 'D1', 'name');
    const outcome = lab.sync();
    expect(outcome.state === 'finished' && outcome.entries[0]).toMatchObject({ status: 'failed' });
    expect(JSON.stringify(outcome)).toContain('« name »');
  });

  it('does not double records when the title of the key column was changed', () => {
    lab.answer(people(2, 2));
    lab.sync();
    lab.hands.type('people', 'A1', 'Identifiant');
    const outcome = lab.sync();
    expect(outcome.state === 'finished' && outcome.entries[0]?.message.en).toContain('"id"');
    expect(lab.hands.rows('people')).toHaveLength(3);
  });

  it('reads everything again when one of its columns is gone', () => {
    lab.answer(people(4, 2));
    lab.sync();
    lab.hands.deleteColumn('people', 2);
    lab.sync();
    expect(lab.records('people').p1).toMatchObject({ name: 'Name 1' });
  });

  it('loses the rows that a finished snapshot did not see, and only then', () => {
    const mode = 'snapshot' as const;
    lab.answer(people(6, 2, { mode }));
    lab.sync();
    const kept = people(6, 2, { mode });
    const pages = kept.pages.map(({ rows }, n) => ({ rows: n === 1 ? rows.slice(1) : rows, total: 5 }));
    lab.answer({ ...kept, pages: [...pages.slice(0, 2), { rows: [], error: 'data' as const }] });
    lab.sync();
    expect(Object.keys(lab.records('people'))).toHaveLength(6);
    lab.answer({ ...kept, pages });
    const outcome = lab.sync();
    expect(Object.keys(lab.records('people'))).toEqual(['p1', 'p2', 'p4', 'p5', 'p6']);
    expect(outcome.state === 'finished' && outcome.entries[0]).toMatchObject({ removed: 1 });
  });

  it('loses nothing when fewer records came than the service announced, even at a second reading', () => {
    const mode = 'snapshot' as const;
    lab.answer(people(6, 2, { mode }));
    lab.sync();
    const pages = people(6, 2, { mode }).pages.map(({ rows }, n) => ({
      rows: n === 1 ? rows.slice(1) : rows,
      total: 6,
    }));
    lab.answer({ ...people(0, 1, { mode }), pages });
    const outcome = lab.sync();
    expect(Object.keys(lab.records('people'))).toHaveLength(6);
    expect(outcome.state === 'finished' && outcome.entries[0]).toMatchObject({ removed: 0 });
    expect(JSON.stringify(outcome)).toContain('announces 6 rows');
  });

  it('cuts a text that needs an apostrophe one character earlier, which is none of its own', () => {
    for (const text of ['='.padEnd(60_000, 'x'), '+'.padEnd(50_000, '1'), "'".padEnd(49_999, 'y')]) {
      lab.answer(people(1, 1, { pages: [{ rows: [{ id: 'a', name: text, amount: 1 }] }] }));
      expect(JSON.stringify(lab.sync())).toContain('finished');
      expect(String(lab.records('people').a?.name).slice(0, 49_998)).toBe(text.slice(0, 49_998));
    }
    expect(lab.hands.formulaCount('people')).toBe(0);
  });

  it('loses the rows that the service says are gone, and knows nothing of those it never had', () => {
    lab.answer(people(4, 4));
    lab.sync();
    lab.answer(people(0, 1, { pages: [{ rows: [], removed: [{ id: 'p2' }, { id: 'p9' }] }] }));
    const outcome = lab.sync();
    expect(Object.keys(lab.records('people'))).toEqual(['p1', 'p3', 'p4']);
    expect(outcome.state === 'finished' && outcome.entries[0]).toMatchObject({ removed: 1 });
  });

  it('is never emptied by an answer that is suddenly empty', () => {
    lab.answer(people(3, 3, { mode: 'snapshot' }));
    lab.sync();
    lab.answer(people(0, 1, { mode: 'snapshot', pages: [{ rows: [] }] }));
    const outcome = lab.sync();
    expect(Object.keys(lab.records('people'))).toHaveLength(3);
    expect(outcome.state === 'finished' && outcome.entries[0]?.message.en).toContain('3 rows of the tab were kept');
  });

  it('keeps rows that a whole reading of changes did not bring, and says how many', () => {
    lab.answer(people(5, 5));
    lab.sync();
    const [page] = people(3, 3).pages;
    lab.answer(people(0, 1, { pages: [{ rows: page?.rows ?? [], total: 3, whole: true }] }));
    const outcome = lab.sync();
    expect(Object.keys(lab.records('people'))).toHaveLength(5);
    expect(outcome.state === 'finished' && outcome.entries[0]?.message.en).toContain('2 rows of "people"');
  });

  it('keeps known rows of an insert-only stream as they are', () => {
    lab.answer(people(2, 2, { mode: 'insert-only' }));
    lab.sync();
    const rows = [
      { id: 'p2', name: 'Other', amount: 9 },
      { id: 'p3', name: 'New', amount: 3 },
    ];
    lab.answer(people(0, 1, { mode: 'insert-only', pages: [{ rows }] }));
    lab.sync();
    expect(lab.records('people')).toMatchObject({ p2: { name: 'Name 2' }, p3: { name: 'New' } });
  });

  it('leaves what a row of another stream’s page does not say', () => {
    const folders = {
      ...people(0, 1),
      name: 'folders',
      pages: [{ rows: [], also: { people: [{ id: 'p1', name: 'Changed' }] } }],
    };
    lab.answer(people(1, 1));
    lab.sync();
    lab.answer(folders, people(0, 1, { pages: [], from: ['folders'] }));
    lab.sync();
    expect(lab.records('people').p1).toMatchObject({ name: 'Changed', amount: 0 });
  });

  it('says what is missing before anything is written when ten million cells would not do', () => {
    lab.answer(people(1, 1, { pages: [{ rows: [{ id: 'a', name: 'A', amount: 1 }], total: 4_000_000 }] }));
    const outcome = lab.sync();
    expect(outcome.state === 'finished' && outcome.entries[0]?.message.en).toContain(
      '4,000,000 rows × 3 columns = 12,000,000 cells',
    );
    expect(lab.hands.tabs()).not.toContain('people');
  });

  it('cuts a text over 50,000 characters and counts it', () => {
    lab.answer(people(1, 1, { pages: [{ rows: [{ id: 'a', name: 'x'.repeat(60_000), amount: 1 }] }] }));
    const outcome = lab.sync();
    expect(String(lab.records('people').a?.name)).toHaveLength(50_000);
    expect(outcome.state === 'finished' && outcome.entries[0]?.message.en).toContain('One text over');
  });

  it('removes the second row of a record that the user copied', () => {
    lab.answer(people(3, 3));
    lab.sync();
    lab.hands.insertRow('people', 3);
    lab.hands.type('people', 'A3', 'p3');
    lab.sync();
    expect(Object.keys(lab.records('people'))).toEqual(['p1', 'p3', 'p2']);
    expect(lab.records('people').p3).toMatchObject({ name: 'Name 3', amount: 2 });
  });

  it('takes at most six spreadsheet calls for a page of new rows', () => {
    lab.answer(people(2000, 100));
    lab.sync();
    expect(calls() / 20).toBeLessThanOrEqual(6);
    expect(Object.keys(lab.records('people'))).toHaveLength(2000);
  });
});
