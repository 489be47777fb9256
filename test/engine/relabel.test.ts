import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { createLab, type Lab } from './lab';
import type { ScriptedStream } from './script';

const DAY = 86_400_000;

let project: Project;
let lab: Lab;

beforeAll(async () => {
  project = await bundle('test/engine/script.ts');
});

beforeEach(() => {
  lab = createLab(project);
});

function people(...names: readonly string[]): ScriptedStream {
  const rows = names.map((name, n) => ({ id: `p${String(n + 1)}`, name }));
  return { name: 'people', key: ['id'], columns: COLUMNS.people, mode: 'changes', pages: [{ rows }] };
}

function options(name: string): ScriptedStream {
  const pages = [{ rows: [{ id: 'o1', name }] }];
  const renames = { in: 'tickets', column: 'option' };
  return { name: 'options', key: ['id'], columns: COLUMNS.people, mode: 'changes', pages, renames };
}

function tickets(...rows: ScriptedStream['pages'][number]['rows']): ScriptedStream {
  const labels = [{ stream: 'people', by: 'person_id', columns: { person: 'name' } }];
  return { name: 'tickets', key: ['id'], columns: COLUMNS.tickets, mode: 'changes', pages: [{ rows }], labels };
}

const COLUMNS: Readonly<Record<'people' | 'tickets', ScriptedStream['columns']>> = {
  people: [
    ['id', 'text'],
    ['name', 'text'],
  ],
  tickets: [
    ['id', 'text'],
    ['person_id', 'text'],
    ['person', 'text'],
    ['option', 'text'],
  ],
};

const personOf = (ticket: string): unknown => lab.records('tickets')[ticket]?.person;
const optionOf = (ticket: string): unknown => lab.records('tickets')[ticket]?.option;

describe('labels', () => {
  const first = { id: 't1', person_id: 'p1', person: 'Ada', option: '' };

  it('are left as they came by a reading of everything, whose names are of today', () => {
    lab.answer(people('Ada'), tickets({ ...first, person: 'Ada L.' }));
    lab.sync({ relabel: true });
    expect(personOf('t1')).toBe('Ada L.');
  });

  it('fill what is empty', () => {
    lab.answer(people('Ada'), tickets({ ...first, person: null }));
    lab.sync();
    lab.answer(people('Ada'), tickets());
    lab.sync({ relabel: true });
    expect(personOf('t1')).toBe('Ada');
  });

  it('take a new name in old rows when the run is asked to, and count them as updated', () => {
    lab.answer(people('Ada'), tickets(first));
    lab.sync();
    lab.machine.advance(DAY);
    lab.answer(people('Ada Lovelace'), tickets());
    const outcome = lab.sync({ relabel: true });
    expect(personOf('t1')).toBe('Ada Lovelace');
    expect(outcome).toMatchObject({ state: 'finished', entries: [{}, { stream: 'tickets', updated: 1 }] });
  });

  it('are looked at again by themselves after a week, not before', () => {
    lab.answer(people('Ada'), tickets(first));
    lab.sync();
    lab.answer(people('Ada Lovelace'), tickets());
    lab.machine.advance(6 * DAY);
    lab.sync();
    expect(personOf('t1')).toBe('Ada');
    lab.machine.advance(DAY);
    lab.sync();
    expect(personOf('t1')).toBe('Ada Lovelace');
  });

  it('keep the name of a record that the other stream does not have', () => {
    lab.answer(people('Ada'), tickets({ ...first, person_id: 'p9', person: 'Gone' }));
    lab.sync();
    expect(personOf('t1')).toBe('Gone');
  });

  it('say when the tab with the names is not there', () => {
    lab.answer(tickets(first));
    lab.sync();
    const outcome = lab.sync({ relabel: true });
    const message = { en: expect.stringContaining('could not be updated') as string };
    expect(outcome).toMatchObject({ entries: [{ message }] });
  });

  it('leave rows alone whose record is the same', () => {
    lab.answer(people('Ada'), tickets(first));
    lab.sync();
    lab.answer(people('Ada'), tickets());
    const outcome = lab.sync({ relabel: true });
    expect(outcome).toMatchObject({ entries: [{ updated: 0 }, { updated: 0 }] });
  });
});

describe('renames', () => {
  const row = (id: string, option: string): Record<string, string> => ({ id, person_id: '', person: '', option });

  it('reach old rows before new ones come, alone and in lists', () => {
    lab.answer(options('VIP'), tickets(row('t1', 'VIP'), row('t2', 'VIP, other'), row('t3', 'VIPs'), row('t4', '')));
    lab.sync();
    lab.answer(options('Important'), tickets(row('t5', 'Important')));
    const outcome = lab.sync();
    expect(['t1', 't2', 't3', 't4', 't5'].map(optionOf)).toEqual([
      'Important',
      'Important, other',
      'VIPs',
      '',
      'Important',
    ]);
    expect(outcome).toMatchObject({ entries: [{ stream: 'options', updated: 1 }, { inserted: 1 }] });
  });

  it('take texts that swap their meaning, or hold the separator, for what they are', () => {
    lab.answer(
      {
        ...options('A'),
        pages: [
          {
            rows: [
              { id: 'o1', name: 'A' },
              { id: 'o2', name: 'B' },
              { id: 'o3', name: 'C, d' },
            ],
          },
        ],
      },
      tickets(row('t1', 'A, B'), row('t2', 'x, C, d'), row('t3', 'C')),
    );
    lab.sync();
    lab.answer(
      {
        ...options('B'),
        pages: [
          {
            rows: [
              { id: 'o1', name: 'B' },
              { id: 'o2', name: 'A' },
              { id: 'o3', name: 'E' },
            ],
          },
        ],
      },
      tickets(),
    );
    lab.sync();
    expect(['t1', 't2', 't3'].map(optionOf)).toEqual(['B, A', 'x, E', 'C']);
  });

  it('do nothing while the other tab does not exist', () => {
    lab.answer(options('VIP'));
    lab.sync();
    lab.answer(options('Important'));
    expect(lab.sync()).toMatchObject({ entries: [{ status: 'finished', updated: 1 }] });
  });
});
