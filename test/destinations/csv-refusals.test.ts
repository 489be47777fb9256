import { BusyError, DataError, StaleError, SyncError, UnavailableError } from '../../src/core/errors';
import { thrown } from '../fixtures/thrown';
import { createLabTable, idsIn, prepareLabs, type Lab } from './csv-lab';

let createLab: () => Lab;

beforeAll(async () => {
  createLab = await prepareLabs();
});

const upTo = (count: number): number[] => Array.from({ length: count }, (_, id) => id);

describe('a table that changes while it is copied', () => {
  const sorted = (rows: (readonly unknown[])[]): void => {
    rows.reverse();
  };

  it.each([1, 2, 3, 4, 5, 6])('is copied with each row once when it is sorted before step %d', (when) => {
    const lab = createLab();
    const wide = createLabTable(2500, 2500);
    lab.copy(wide.table, {
      between: (steps) => {
        if (steps === when) sorted(wide.rows);
      },
    });
    expect(idsIn(lab.text()).sort((a, b) => a - b)).toEqual(upTo(2500));
  });

  it.each([2, 3, 4, 5])('is copied with each row once when two rows change places before step %d', (when) => {
    const lab = createLab();
    const wide = createLabTable(2500, 2500);
    const swap = (): void => {
      const [a, b] = [wide.rows[10] ?? [], wide.rows[2400] ?? []];
      [wide.rows[10], wide.rows[2400]] = [b, a];
    };
    lab.copy(wide.table, {
      resumed: true,
      between: (steps) => {
        if (steps === when) swap();
      },
    });
    expect(idsIn(lab.text()).sort((a, b) => a - b)).toEqual(upTo(2500));
  });

  it('has no torn line when a row is edited of which half is sent', () => {
    const lab = createLab();
    const long = createLabTable(600, 10_000);
    lab.copy(long.table, {
      resumed: true,
      between: (steps) => {
        if (steps === 2) long.rows = long.rows.map(([id]) => [id ?? 0, 'edited', ...Array<string>(238).fill('')]);
      },
    });
    expect(
      new Set(
        lab
          .text()
          .split('\r\n')
          .slice(1, -1)
          .map((line) => line.split(',')[1]),
      ),
    ).toEqual(new Set(['"edited"']));
  });

  it('is copied anew when it is rearranged while it is read', () => {
    const lab = createLab();
    const small = createLabTable(5, 5, 2);
    let left = 1;
    const read = (first: number, count: number): ReturnType<typeof small.table.read> => {
      if (left-- === 1) throw new StaleError('moved', { fr: '', en: '' });
      return small.table.read(first, count);
    };
    lab.copy({ ...small.table, read });
    expect(idsIn(lab.text())).toEqual(upTo(5));
  });

  it('leaves the file as it was when that happens three times', () => {
    const lab = createLab();
    lab.copy(createLabTable(2, 3, 2).table);
    const wide = createLabTable(2500, 2500);
    const error = thrown(DataError, () =>
      lab.copy(wide.table, {
        between: () => {
          sorted(wide.rows);
        },
      }),
    );
    expect(error.advice.en).toContain('three times');
    expect(idsIn(lab.text())).toEqual([0, 1]);
  });
});

describe('a copy that Drive refuses', () => {
  const refusal = (reason: string): string =>
    JSON.stringify({ error: { code: 403, errors: [{ domain: 'global', reason }] } });
  const { table } = createLabTable(1, 1, 2);

  it.each([
    ['insufficientPermissions', UnavailableError, /Google Drive/],
    ['accessNotConfigured', UnavailableError, /administrateur/],
    ['domainPolicy', UnavailableError, /administrateur/],
    ['appNotAuthorizedToFile', UnavailableError, /corbeille/],
    ['storageQuotaExceeded', DataError, /plein/],
    ['userRateLimitExceeded', BusyError, /reprendra/],
  ] as const)('for %s says what to do', (reason, type, advice) => {
    const lab = createLab();
    lab.close({ status: 403, body: refusal(reason) });
    const error = thrown<SyncError>(type, () => lab.step(table, null));
    expect(error.message).toContain(reason);
    expect(error.advice.fr).toMatch(advice);
  });

  it('for a token without the scope says so', () => {
    const lab = createLab();
    lab.close({ status: 401 });
    expect(thrown(UnavailableError, () => lab.step(table, null)).status).toBe(401);
  });

  it('never shows the address of its upload', () => {
    const lab = createLab();
    const { cursor } = lab.step(table, null);
    const failures = [
      { status: 403, body: refusal('storageQuotaExceeded') },
      { status: 400, body: 'upload_id=secret' },
      { status: 503 },
      { status: 200, body: 'nothing' },
    ];
    for (const failure of failures) {
      lab.close(failure);
      const { message, advice } = thrown(SyncError, () => lab.step(table, cursor));
      expect([message, advice.fr, advice.en].join()).not.toContain('upload_id');
    }
  });

  it('counts the requests of each step, tries included', () => {
    const lab = createLab();
    expect(lab.step(table, null).requests).toBe(3);
    const again = createLab();
    again.spoil({ status: 502 });
    expect(again.step(table, null, true).requests).toBe(4);
  });
});
