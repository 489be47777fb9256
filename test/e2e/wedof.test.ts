import type { ExpectedTab } from '../../local/expected/compare-tab';
import { expectWedof } from '../../local/expected/wedof';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';
import { createDesk, later, MONDAY, only, runOf } from './desk';

let wedof: StartedVendor;

beforeAll(async () => {
  wedof = await startVendor('wedof', { folders: 60, now: MONDAY });
});
afterEach(() => wedof.control({ op: 'reset' }));
afterAll(() => wedof.stop());

describe('a Wedof account', () => {
  test('becomes tabs that equal its records cell by cell, without a single formula', async () => {
    const desk = createDesk('wedof', wedof);
    const report = desk.sync();

    expect(desk.differences(await expectWedof(wedof))).toEqual([]);
    expect(report.tabs.map(({ formulas }) => formulas)).toEqual(report.tabs.map(() => 0));
    expect(report.runs.filter(({ status }) => status !== 'finished').map(({ stream }) => stream)).toEqual([
      'evaluations',
    ]);
    expect(runOf(report, 'evaluations').status).toBe('unavailable');
    expect(report.tabs.map(({ stream }) => stream)).not.toContain('evaluations');
  });

  test('is followed by the next sync, which writes only what changed', async () => {
    const desk = createDesk('wedof', wedof);
    desk.sync();
    await later(desk, wedof, 5);
    await wedof.control({ op: 'update', kind: 'registrationFolders', count: 7 });
    await wedof.control({ op: 'create', kind: 'registrationFolders', count: 3 });
    await wedof.control({ op: 'update', kind: 'certificationFolders', count: 4 });
    await wedof.control({ op: 'remove', kind: 'workingContracts', count: 1 });
    await later(desk, wedof, 1);
    const report = desk.sync();

    expect(desk.differences(await expectWedof(wedof))).toEqual([]);
    expect(runOf(report, 'registrationFolders')).toMatchObject({ inserted: 3, updated: 7, removed: 0, requests: 3 });
    expect(runOf(report, 'certificationFolders')).toMatchObject({ inserted: 0, updated: 4, removed: 0 });
    expect(runOf(report, 'workingContracts')).toMatchObject({ removed: 1 });
    expect(runOf(report, 'trainings')).toMatchObject({ inserted: 0, updated: 0, removed: 0 });
  });

  test('keeps the rows of folders that left the list, and tells so once a week', async () => {
    const desk = createDesk('wedof', wedof);
    desk.sync('registrationFolders');
    const before = await expectWedof(wedof);
    await wedof.control({ op: 'remove', kind: 'registrationFolders', count: 3 });
    await later(desk, wedof, 24);
    expect(runOf(desk.sync('registrationFolders'), 'registrationFolders').message).toBe('');
    await later(desk, wedof, 7 * 24);
    const run = runOf(desk.sync('registrationFolders'), 'registrationFolders');
    expect(run).toMatchObject({ status: 'finished', removed: 0 });
    expect(run.message).toMatch(/^3 ligne/);
    expect(desk.differences(only(before, 'registrationFolders'))).toEqual([]);
  });

  test('gives nothing up over several executions', async () => {
    const desk = createDesk('wedof', wedof);
    // Two minutes and a half for each answer: two pages at most in six minutes.
    for (let request = 1; request <= 30; request++) desk.machine.faults.http(request, { delay: 150_000 });
    const report = desk.sync('registrationFolders', 'certificationFolders', 'users', 'trainings');

    expect(report.executions).toBeGreaterThan(2);
    expect(report.virtualMs).toBeGreaterThan(10 * 60_000);
    expect(report.runs.map(({ stream, status }) => [stream, status])).toEqual([
      ['registrationFolders', 'finished'],
      ['certificationFolders', 'finished'],
      ['users', 'finished'],
      ['trainings', 'finished'],
    ]);
    expect(
      desk.differences(
        only(await expectWedof(wedof), 'registrationFolders', 'certificationFolders', 'users', 'trainings'),
      ),
    ).toEqual([]);
    expect(desk.machine.state.triggers).toEqual([]);
  });
});

describe('records that move while a list is read', () => {
  let large: StartedVendor;

  beforeAll(async () => {
    large = await startVendor('wedof', { folders: 350, longNote: false, now: MONDAY });
  });
  afterAll(() => large.stop());

  test.each(['insert', 'update', 'remove'] as const)('are neither lost nor doubled (%s)', async (what) => {
    await large.control({ op: 'reset' });
    const desk = createDesk('wedof', large);
    const before = await expectWedof(large);
    await large.control({ op: 'moveWhilePaging', kind: 'registrationFolders', everyPages: 2, what });
    desk.sync('registrationFolders');
    await large.control({ op: 'moveWhilePaging', kind: 'registrationFolders', everyPages: 0, what });
    await later(desk, large, 1);
    desk.sync('registrationFolders');
    const after = await expectWedof(large);
    expect(desk.differences({ registrationFolders: withFormer(after, before, 'registrationFolders') })).toEqual([]);
  });
});

type Expected = Awaited<ReturnType<typeof expectWedof>>;

/** What a tab must hold that keeps the rows of records which are no more. */
function withFormer(after: Expected, before: Expected, stream: string): ExpectedTab {
  const [now, then] = [after[stream]?.records ?? [], before[stream]?.records ?? []];
  const present = new Set(now.map(({ externalId }) => externalId));
  return { key: ['externalId'], records: [...now, ...then.filter(({ externalId }) => !present.has(externalId))] };
}
