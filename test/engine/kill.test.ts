import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { copyLab, createLab, people, type Lab } from './lab';
import type { ScriptedStream } from './script';

let project: Project;

beforeAll(async () => {
  project = await bundle('test/engine/script.ts');
});

/** A snapshot over several pages, and a stream that also fills a third tab. */
function answers(version: string): readonly ScriptedStream[] {
  const paged = people(5, 2, { mode: 'snapshot' });
  const gone = version === 'second' ? 2 : 0;
  const pages = paged.pages.map(({ rows }) => ({
    rows: rows.slice(gone ? 1 : 0).map((row) => ({ ...row, name: `${String(row.name)} ${version}` })),
  }));
  const folders = people(3, 2, { name: 'folders' });
  const also = folders.pages.map((page, n) => ({
    ...page,
    rows: page.rows.map((row) => ({ ...row, name: version, found: n })),
    also: { schools: [{ id: `s${String(n)}`, name: version }] },
  }));
  return [
    { ...paged, pages },
    { ...folders, pages: also },
    people(0, 1, { name: 'schools', pages: [], from: ['folders'] }),
  ];
}

const tabs = (lab: Lab): unknown => ['people', 'folders', 'schools'].map((name) => lab.records(name));
const pending = (lab: Lab): number => lab.machine.state.triggers.length;

/** After a first sync, with a column of the user's and new answers waiting. */
function beforeSecond(): Lab {
  const lab = createLab(project);
  lab.answer(...answers('first'));
  lab.settle();
  lab.hands.insertColumn('people', 2);
  lab.hands.type('people', 'B1', 'Mine');
  lab.hands.type('people', 'B3', 'p2');
  lab.answer(...answers('second'));
  return lab;
}

function beforeFirst(): Lab {
  const lab = createLab(project);
  lab.answer(...answers('first'));
  return lab;
}

const wasKilled = (lab: Lab): boolean => lab.machine.executions.some(({ status }) => status === 'killed');

describe('a run that Google kills', () => {
  // What a kill after a call leaves is what a kill before the next one leaves: one of the two is every place there is.
  it.each([
    ['before', 'first', beforeFirst],
    ['after', 'second', beforeSecond],
  ] as const)(
    'ends with the right tabs and no trigger left, %s whichever call of the %s sync it was',
    (moment, _, prepare) => {
      const prepared = prepare();
      const straight = copyLab(prepared, project);
      straight.settle();
      const expected = tabs(straight);
      let n = 1;
      for (; ; n += 1) {
        const lab = copyLab(prepared, project);
        lab.machine.faults.kill(moment, n);
        lab.settle();
        if (!wasKilled(lab)) break;
        try {
          expect(tabs(lab)).toEqual(expected);
          expect(pending(lab)).toBe(0);
        } catch (error) {
          throw new Error(`killed ${moment} call ${String(n)}: ${String(error)}`, { cause: error });
        }
      }
      expect(n).toBeGreaterThan(50);
    },
    120_000,
  );
});
