import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { column, createTableLab, write, type TableLab } from './table-lab';
import type { Step } from './table-script';

let project: Project;

beforeAll(async () => {
  project = await bundle('test/destinations/table-script.ts');
});

const city = column('cf_1', 'text', { headers: ['City', 'City (1)'] });
const otherCity = column('cf_2', 'text', { headers: ['City', 'City (2)'] });
const first = write(
  [
    { id: 'p1', name: 'old', cf_1: 'Lyon' },
    { id: 'p2', name: 'old' },
  ],
  [city],
);
const second = write(
  [
    { id: 'p2', name: 'old', cf_2: 'Metz' },
    { id: 'p3', name: 'new' },
  ],
  [city, otherCity],
);
const edit: Step = { do: 'edit', columns: ['name'], texts: { old: 'new' } };

const start = (): TableLab => {
  const lab = createTableLab(project);
  lab.play(first);
  return lab;
};

/** Every place at which Google may kill the steps: before and after each call that reaches its servers. */
const places = (...steps: readonly Step[]): readonly (readonly ['before' | 'after', number])[] => {
  for (let calls = 1; ; calls += 1) {
    const lab = start();
    lab.machine.faults.kill('before', calls, { within: 'execution' });
    if (!lab.tryPlay(...steps)) continue;
    const numbers = Array.from({ length: calls - 1 }, (_, n) => n + 1);
    return numbers.flatMap((n) => [['before', n] as const, ['after', n] as const]);
  }
};

describe('a table that was killed anywhere', () => {
  it('has each column once and every value once the same page came again', () => {
    const all = places(second);
    expect(all.length).toBeGreaterThan(20);
    for (const [moment, n] of all) {
      const lab = start();
      lab.machine.faults.kill(moment, n, { within: 'execution' });
      lab.tryPlay(second);
      lab.machine.faults.clear();
      lab.play(first, second);
      const titles = lab.header().filter((title) => title !== '');
      expect(titles).toEqual(['id', 'name', 'amount', 'City', 'City (2)']);
      expect(lab.records()).toMatchObject({ p1: { City: 'Lyon' }, p2: { 'City (2)': 'Metz' }, p3: { name: 'new' } });
      expect(Object.keys(lab.records())).toHaveLength(3);
      expect(lab.play({ do: 'needsAll' }).answers).toEqual([false]);
    }
  });

  it('is edited in full once the same edit came again', () => {
    for (const [moment, n] of places(edit)) {
      const lab = start();
      lab.machine.faults.kill(moment, n, { within: 'execution' });
      lab.tryPlay(edit);
      lab.machine.faults.clear();
      lab.play(edit);
      expect(lab.records()).toMatchObject({ p1: { name: 'new', City: 'Lyon' }, p2: { name: 'new' } });
    }
  });
});
