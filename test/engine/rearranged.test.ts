import type { Project } from '../../local/apps-script/project';
import { bundle } from '../bundle';
import { copyLab, createLab, people, type Lab } from './lab';

let project: Project;

beforeAll(async () => {
  project = await bundle('test/engine/script.ts');
});

const EDITS: readonly (readonly [string, (lab: Lab) => void])[] = [
  [
    'sorts the rows',
    (lab) => {
      lab.hands.sort('people', 1, false);
    },
  ],
  [
    'inserts a row at the top',
    (lab) => {
      lab.hands.insertRow('people', 2);
    },
  ],
  [
    'deletes a row',
    (lab) => {
      lab.hands.deleteRow('people', 3);
    },
  ],
  [
    'inserts a column in the middle',
    (lab) => {
      lab.hands.insertColumn('people', 3);
    },
  ],
  [
    'moves a column',
    (lab) => {
      lab.hands.moveColumn('people', 3, 1);
    },
  ],
  [
    'renames the tab',
    (lab) => {
      lab.hands.renameTab('people', 'Renamed');
    },
  ],
  [
    'types into a row of their own',
    (lab) => {
      lab.hands.type('people', 'A30', 'x');
    },
  ],
];

/** Two pages: changes to rows that are there, and new rows. */
export function second(): ReturnType<typeof people> {
  const paged = people(12, 6);
  const pages = paged.pages.map((page) => ({
    rows: page.rows.map((row) => (Number(row.amount) % 2 ? row : { ...row, name: `${String(row.name)}!` })),
  }));
  return { ...paged, pages };
}

/** After a first sync, with a column of the user's beside the rows and the second answer waiting. */
function beforeSecond(): Lab {
  const lab = createLab(project);
  lab.answer(people(8, 8));
  lab.sync();
  lab.hands.insertColumn('people', 4);
  lab.hands.type('people', 'D1', 'Mine');
  for (let row = 2; row <= 9; row += 1) lab.hands.type('people', `D${String(row)}`, `p${String(row - 1)}`);
  lab.answer(second());
  return lab;
}

describe('a user who works in the tab while a run writes', () => {
  it.each(EDITS)('%s at any call: no row keeps another record’s values, none is lost or doubled', (_, edit) => {
    const prepared = beforeSecond();
    let n = 1;
    for (; n < 60; n += 1) {
      const lab = copyLab(prepared, project);
      let struck = false as boolean;
      lab.machine.faults.hook('before', n, () => {
        struck = true;
        edit(lab);
      });
      lab.sync();
      lab.machine.runUntilIdle();
      if (!struck) break;
      // what the edit itself took away comes back at the latest with the next full reading
      lab.sync();
      const name = lab.hands.tabs().find((tab) => tab === 'people' || tab === 'Renamed') ?? '';
      const records = lab.records(name);
      for (const row of second().pages.flatMap((page) => page.rows)) {
        const record = records[String(row.id)];
        try {
          expect(record).toMatchObject(row);
          expect(['', String(row.id)]).toContain(record?.Mine);
        } catch (error) {
          throw new Error(`call ${String(n)}, ${String(row.id)}: ${String(error)}`, { cause: error });
        }
      }
    }
    expect(n).toBeGreaterThan(20);
  });
});
