import { BusyError, DataError } from '../../src/core/errors';
import type { Cursor } from '../../src/core/model';
import { thrown } from '../fixtures/thrown';
import { createLabTable, idsIn, prepareLabs, type Lab } from './csv-lab';

let createLab: () => Lab;

beforeAll(async () => {
  createLab = await prepareLabs();
});

const upTo = (count: number): number[] => Array.from({ length: count }, (_, id) => id);

describe('the copy of a table in Google Drive', () => {
  it('is a CSV file in UTF-8 with a byte order mark, in the folder exports', () => {
    const lab = createLab();
    const { table } = createLabTable(2, 3, 2);
    expect(lab.copy(table)).toMatchObject({ done: true, rows: 2 });
    const [folder, file] = lab.files();
    expect(folder).toMatchObject({ name: 'exports', isFolder: true, parent: null });
    expect(file).toMatchObject({ name: 'tickets_all.csv', contentType: 'text/csv', parent: folder?.id });
    expect(Buffer.from(file?.content ?? []).toString('utf8')).toBe('\ufeff"c0","c1"\r\n0,"té0 eee"\r\n1,"té1 eee"\r\n');
  });

  it('has a header line alone when the table has no rows', () => {
    const lab = createLab();
    expect(lab.copy(createLabTable(0, 1, 2).table)).toMatchObject({ done: true, rows: 0 });
    expect(lab.text()).toBe('"c0","c1"\r\n');
  });

  it('is not made for a table that does not exist yet', () => {
    const lab = createLab();
    const none = { ...createLabTable(0, 1, 2).table, columns: () => [] };
    expect(lab.step(none, null)).toEqual({ cursor: {}, done: true, rows: 0, requests: 0 });
  });

  it('replaces the same file each time, also where the user moved and renamed it', () => {
    const lab = createLab();
    lab.copy(createLabTable(2, 3, 2).table);
    const [exported = ''] = lab.hands.ids('exports', 'tickets_all.csv');
    const file = lab.files().find(({ id }) => id === exported);
    lab.hands.rename(exported, 'renamed.csv');
    if (file) file.parent = null;
    lab.copy(createLabTable(5, 3, 2).table);
    expect(lab.files()).toHaveLength(2);
    expect(lab.hands.ids(null, 'tickets_all.csv')).toEqual([exported]);
    expect(idsIn(lab.text())).toEqual(upTo(5));
  });

  it.each([
    [
      'in the trash',
      (lab: Lab) => {
        lab.files().forEach(({ id }) => {
          lab.hands.trash(id);
        });
      },
    ],
    [
      'deleted',
      (lab: Lab) => {
        const [folder] = lab.files();
        lab.hands.remove(folder?.id ?? '');
      },
    ],
  ])('is made anew when the file and its folder are %s', (_, lose) => {
    const lab = createLab();
    lab.copy(createLabTable(2, 3, 2).table);
    lose(lab);
    lab.copy(createLabTable(3, 3, 2).table);
    const kept = lab.files().filter(({ trashed }) => !trashed);
    expect(kept.map(({ name }) => name)).toEqual(['exports', 'tickets_all.csv']);
    expect(kept[1]?.parent).toBe(kept[0]?.id);
  });

  it('goes into the folder that another spreadsheet made', () => {
    const lab = createLab();
    const id = lab.drive.makeFolder('exports');
    lab.copy(createLabTable(1, 1, 2).table);
    expect(lab.files().map(({ name }) => name)).toEqual(['exports', 'tickets_all.csv']);
    expect(lab.files()[1]?.parent).toBe(id);
  });

  it('leaves the earlier file as it was until it is complete', () => {
    const lab = createLab();
    lab.copy(createLabTable(2, 3, 2).table);
    const { table } = createLabTable(2000, 3000);
    let earlier = 0;
    lab.copy(table, { between: () => (earlier += idsIn(lab.text()).length === 2 ? 1 : 0) });
    expect(earlier).toBeGreaterThan(4);
    expect(idsIn(lab.text())).toEqual(upTo(2000));
  });

  it('travels in parts of 4 MiB, one a step, each row once', () => {
    const lab = createLab();
    const { table } = createLabTable(2500, 2500);
    const sent: number[] = [];
    lab.copy(table, { between: () => sent.push(lab.requests.filter(({ method }) => method === 'put').length) });
    expect(sent.every((count, n) => n === 0 || count - (sent[n - 1] ?? 0) <= 1)).toBe(true);
    const ranges = lab.requests.map(({ headers }) => headers['Content-Range']).filter(Boolean);
    expect(ranges[0]).toMatch(/^bytes 0-\d+\/\*$/);
    expect(idsIn(lab.text())).toEqual(upTo(2500));
    expect(lab.requests.every(({ bytes }) => bytes === undefined)).toBe(true);
  });

  it('is cut within a character where no part of 256 KiB ends between two', () => {
    const lab = createLab();
    // 17 bytes before the first of them, four for each: every multiple of 256 KiB falls within one
    lab.copy(createLabTable(1, 1_100_000, 2, '😀').table);
    expect(lab.requests.some(({ bytes }) => bytes !== undefined)).toBe(true);
    expect(lab.text() === `"c0","c1"\r\n0,"té0 ${'😀'.repeat(1_100_000)}"\r\n`).toBe(true);
  });

  it.each([[262_144], [1_310_720], [0]])('goes on where Drive says when it kept %d bytes of a part', (kept) => {
    const lab = createLab();
    const { table } = createLabTable(1500, 2400, 240, '€');
    const plain = createLab();
    plain.copy(table);
    const first = lab.step(table, null);
    // of a part of which nothing is kept, no answer comes either
    lab.spoil(kept > 0 ? { arrived: kept } : { arrived: 0, failure: 'timeout' });
    const run = (): unknown => lab.copy(table, { cursor: first.cursor });
    if (kept > 0) run();
    else expect(thrown(BusyError, run).until).toBeGreaterThan(lab.clock.now());
    if (kept === 0) run();
    expect(lab.text() === plain.text()).toBe(true);
  });

  it('reads each row twice at most, a table of one piece once', () => {
    const lab = createLab();
    const small = createLabTable(900, 10_000);
    lab.copy(small.table);
    expect(small.reads).toBe(2);
    const large = createLabTable(3900, 2000);
    lab.copy(large.table);
    expect(large.reads).toBe(4 + 1 + 4 + 1 + 1);
  });
});

describe('a copy that is interrupted', () => {
  const { table } = createLabTable(2500, 2500);
  let straight = '';

  beforeAll(() => {
    const lab = createLab();
    lab.copy(table);
    straight = lab.text();
  });

  it('ends the same when each step is another execution', () => {
    const lab = createLab();
    expect(lab.copy(table, { resumed: true })).toMatchObject({ done: true, rows: 2500 });
    expect(lab.text() === straight).toBe(true);
  });

  it.each(upTo(8))('ends the same when step %d is done twice', (twice) => {
    const lab = createLab();
    let cursor: Cursor | null = null;
    for (let steps = 0, done = false; !done; steps += 1) {
      if (steps === twice) lab.step(table, cursor, true);
      const step = lab.step(table, cursor, steps === twice);
      ({ cursor, done } = step);
      if (done) expect(step.rows).toBe(2500);
    }
    expect(lab.text() === straight).toBe(true);
    expect(lab.files().map(({ name }) => name)).toEqual(['exports', 'tickets_all.csv']);
  });

  it('goes on where it was after a part whose answer was lost', () => {
    const lab = createLab();
    const { cursor } = lab.step(table, null);
    lab.spoil({ failure: 'timeout', arrived: Infinity });
    lab.copy(table, { cursor });
    expect(lab.text() === straight).toBe(true);
  });

  it('asks to wait when Drive is down, and goes on from there', () => {
    const lab = createLab();
    const { cursor } = lab.step(table, null);
    lab.spoil({ status: 503 });
    expect(thrown(BusyError, () => lab.step(table, cursor)).until).toBe(lab.clock.now() + 60_000);
    lab.copy(table, { cursor });
    expect(lab.text() === straight).toBe(true);
  });

  it('begins anew when its upload is gone', () => {
    const lab = createLab();
    lab.copy(table, {
      between: (steps) => {
        if (steps === 2) lab.hands.endUploads();
      },
    });
    expect(lab.text() === straight).toBe(true);
  });

  it('gives up when its upload goes away each time', () => {
    const lab = createLab();
    const error = thrown(DataError, () =>
      lab.copy(table, {
        between: () => {
          lab.hands.endUploads();
        },
      }),
    );
    expect(error.advice.fr).toContain('tickets_all.csv');
    expect(lab.files().map(({ name }) => name)).toEqual(['exports']);
  });
});
