import fc from 'fast-check';
import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { createLab, people, type Lab } from './lab';
import type { ScriptedPage } from './script';

let project: Project;

beforeAll(async () => {
  project = await bundle('test/engine/script.ts');
});

const row = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map((n) => `p${String(n)}`),
  name: fc.string({ maxLength: 6 }),
  amount: fc.option(fc.integer(), { nil: null }),
});
const page = fc.record({ rows: fc.array(row, { maxLength: 6 }), ms: fc.integer({ min: 0, max: 290_000 }) });
const pages = fc.array(page, { minLength: 1, maxLength: 6 });
const mode = fc.constantFrom('changes', 'snapshot', 'insert-only');

function run(
  lab: Lab,
  answers: readonly ScriptedPage[],
  how: 'changes' | 'snapshot' | 'insert-only',
  killedAt?: number,
): void {
  lab.answer(people(0, 1, { pages: answers, mode: how }));
  if (killedAt !== undefined) lab.machine.faults.kill('after', killedAt);
  lab.settle();
}

/** What the tab must hold, worked out from the answers alone. */
function expected(
  before: Map<string, ScriptedPage['rows'][number]>,
  answers: readonly ScriptedPage[],
  how: string,
): typeof before {
  const after = new Map(before);
  const seen = new Set<string>();
  for (const { rows } of answers) {
    const fresh = how === 'insert-only' ? [...rows].reverse() : rows;
    const latest = new Map(fresh.map((record) => [String(record.id), record]));
    latest.forEach((record, id) => {
      seen.add(id);
      const known = after.get(id);
      // a known row that holds nothing but its key is filled
      if (how !== 'insert-only' || !known || (known.name === '' && known.amount === null)) after.set(id, record);
    });
  }
  if (how === 'snapshot' && seen.size > 0) for (const id of after.keys()) if (!seen.has(id)) after.delete(id);
  return after;
}

describe('a sync that stops anywhere', () => {
  it('ends with the tab of one that never stopped, whatever the pages, their time and a kill', () => {
    fc.assert(
      fc.property(pages, pages, mode, fc.integer({ min: 1, max: 120 }), (first, second, how, n) => {
        const lab = createLab(project);
        run(lab, first, how);
        run(lab, second, how, n);
        const wanted = expected(expected(new Map(), first, how), second, how);
        const records = lab.records(lab.hands.tabs().includes('people') ? 'people' : 'Feuille 1');
        expect(Object.keys(records).sort()).toEqual([...wanted.keys()].sort());
        wanted.forEach((record, id) => {
          expect(records[id]).toEqual({ ...record, amount: record.amount ?? '' });
        });
        expect(lab.machine.state.triggers).toEqual([]);
      }),
      { numRuns: 30, seed: 20261120 },
    );
  });
});
