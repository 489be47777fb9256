import { expectWedof } from '../../local/expected/wedof';
import type { ControlRequest } from '../../local/vendors/control';
import { startVendor, type StartedVendor } from '../../local/vendors/start-vendor';
import { createDesk, HOUR, later, MONDAY, only, runOf } from './desk';

let wedof: StartedVendor;

beforeAll(async () => {
  wedof = await startVendor('wedof', { folders: 40, longNote: false, now: MONDAY });
});
afterEach(() => wedof.control({ op: 'reset' }));
afterAll(() => wedof.stop());

const STREAMS = ['registrationFolders', 'certificationFolders', 'trainings', 'invoices'] as const;

describe('what goes wrong for good is told in one sentence, and the tabs stay', () => {
  test('a wrong key', async () => {
    const desk = createDesk('wedof', wedof);
    desk.sync(...STREAMS);
    const before = await expectWedof(wedof);
    await later(desk, wedof, 1);
    await wedof.control({ op: 'update', kind: 'registrationFolders', count: 5 });
    const report = desk.syncWith({ apiKey: 'une-autre-cle-4242' }, ...STREAMS);

    expect(report.runs.map(({ stream, status }) => [stream, status])).toEqual(STREAMS.map((name) => [name, 'failed']));
    expect(new Set(report.runs.map(({ message }) => message)).size).toBe(1);
    expect(report.runs[0]?.message).toMatch(/clé/);
    expect(JSON.stringify(report)).not.toContain('une-autre-cle-4242');
    expect(desk.differences(only(before, ...STREAMS))).toEqual([]);
  });

  test.each([403, 404, 405])('a kind that the account refuses with %i', async (status) => {
    const desk = createDesk('wedof', wedof);
    desk.sync(...STREAMS);
    await wedof.control({ op: 'refuse', kind: 'trainings', status });
    await later(desk, wedof, 1);
    const report = desk.sync(...STREAMS);

    expect(runOf(report, 'trainings')).toMatchObject({ status: 'unavailable', removed: 0 });
    expect(runOf(report, 'trainings').message).toMatch(/disponible/);
    expect(report.runs.filter(({ stream }) => stream !== 'trainings').map(({ status: each }) => each)).toEqual([
      'finished',
      'finished',
      'finished',
    ]);
    expect(desk.differences(only(await expectWedof(wedof), ...STREAMS))).toEqual([]);
  });

  test.each<[string, Omit<Extract<ControlRequest, { op: 'fault' }>, 'op' | 'match'>]>([
    ['a web page instead of data', { html: true, times: 'always' }],
    ['an answer that is always cut short', { truncate: true, times: 'always' }],
  ])('%s', async (_name, fault) => {
    const desk = createDesk('wedof', wedof);
    desk.sync(...STREAMS);
    await later(desk, wedof, 1);
    await wedof.control({ op: 'fault', match: '/trainings', ...fault });
    const report = desk.sync(...STREAMS);

    expect(runOf(report, 'trainings')).toMatchObject({ status: 'failed', removed: 0 });
    expect(runOf(report, 'trainings').message).toMatch(/Wedof/);
    expect(runOf(report, 'invoices').status).toBe('finished');
    expect(desk.differences(only(await expectWedof(wedof), ...STREAMS))).toEqual([]);
  });
});

describe('what goes wrong for a while is waited for', () => {
  test.each<[string, Omit<Extract<ControlRequest, { op: 'fault' }>, 'op' | 'match'>]>([
    ['429 that says how long', { status: 429, headers: { 'Retry-After': '7' }, times: 2 }],
    ['429 without a word', { status: 429, times: 2 }],
    ['503', { status: 503, times: 3 }],
    ['a connection that breaks', { reset: true }],
    ['JSON that is cut short once', { truncate: true }],
    ['a maintenance page shown once', { html: true }],
  ])('%s', async (_name, fault) => {
    const desk = createDesk('wedof', wedof);
    await wedof.control({ op: 'fault', match: '/registrationFolders?sort', ...fault });
    const report = desk.sync('registrationFolders');

    expect(runOf(report, 'registrationFolders').status).toBe('finished');
    expect(report.executions).toBe(1);
    expect(desk.differences(only(await expectWedof(wedof), 'registrationFolders'))).toEqual([]);
  });

  test('a system that asks for half an hour is asked again after it, by another execution', async () => {
    const desk = createDesk('wedof', wedof);
    const wait = { status: 429, headers: { 'Retry-After': '1800' } };
    await wedof.control({ op: 'fault', match: '/registrationFolders?sort', ...wait });
    const report = desk.sync('registrationFolders');

    expect(report.executions).toBe(2);
    expect(report.virtualMs).toBeGreaterThan(HOUR / 2);
    expect(runOf(report, 'registrationFolders').status).toBe('finished');
    expect(desk.differences(only(await expectWedof(wedof), 'registrationFolders'))).toEqual([]);
  });

  test('a system that is down for good ends in a sentence, with its tab as it was', async () => {
    const desk = createDesk('wedof', wedof);
    desk.sync('registrationFolders', 'trainings');
    await later(desk, wedof, 1);
    await wedof.control({ op: 'fault', match: '/registrationFolders?sort', status: 503, times: 'always' });
    const report = desk.sync('registrationFolders', 'trainings');

    expect(runOf(report, 'registrationFolders').status).toBe('failed');
    expect(runOf(report, 'registrationFolders').message).toMatch(/Wedof/);
    expect(runOf(report, 'trainings').status).toBe('finished');
    expect(desk.machine.state.triggers).toEqual([]);
    expect(desk.differences(only(await expectWedof(wedof), 'registrationFolders', 'trainings'))).toEqual([]);
  });
});
