import type { Project } from '../../local/apps-script/project';
import { toProgress } from '../../src/app/progress';
import type { ConnectionView, Progress, Result } from '../../src/app/rpc';
import { useLanguage } from '../../src/app/words';
import type { JobState, PassState, RunState, Tally, WalkState } from '../../src/engine/run-state';
import { bakery, buildAddOn, openAddOn } from './add-on';

const ANNE = 'anne@example.com';
const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 20, 9);

const RUN: RunState = {
  ...{ startedAt: START, by: ANNE, beat: START, queue: ['w', 'z'] },
  ...{ waits: 0, until: 0, mark: 0, kills: 0, relabel: false },
};
const JOB: JobState = { run: START, startedAt: START + 1, checked: true, requests: 1, fresh: [], files: {} };
const SETTINGS = {
  ...{ id: 'w', connector: 'wedof', title: 'Wedof', settings: {}, owner: ANNE, createdAt: '2026-01-01T00:00:00.000Z' },
  streams: ['registrationFolders', 'invoices', 'payments'],
};

function tally(stream: string, read: number, worked: number): Tally {
  const rows = { [stream]: { read, inserted: read, updated: 0, removed: 0, cut: 0 } };
  return { startedAt: START + 1000, endedAt: START + 2000, worked, requests: 2, rows };
}

function pass(stream: string, read: number, rest: Partial<PassState> = {}): WalkState {
  const counts = { isFull: true, page: 1, sweeps: null, total: 1000, restarts: 0, notes: [] };
  return { cursor: {}, passes: 1, pass: { ...counts, tally: tally(stream, read, MINUTE), ...rest } };
}

function ended(stream: string, read: number): WalkState {
  const result = { status: 'finished', notes: [], tally: tally(stream, read, MINUTE) } as const;
  return { cursor: {}, passes: 1, pass: null, ended: result };
}

/** How the run stands whose folders have been read and whose invoices are under way. */
function progress(properties: Readonly<Record<string, unknown>> = {}, now = START + MINUTE): Progress | null {
  const all: Readonly<Record<string, unknown>> = {
    ...{ run: RUN, 'job.w': JOB, 'connection.w': SETTINGS },
    'cursor.w.registrationFolders': ended('registrationFolders', 300),
    'cursor.w.invoices': pass('invoices', 250),
    ...properties,
  };
  const known = Object.entries(all).filter(([, value]) => value !== undefined);
  return toProgress(Object.fromEntries(known.map(([name, value]) => [name, JSON.stringify(value)])), ANNE, now);
}

beforeEach(() => {
  useLanguage('en');
});

describe('the progress of a run', () => {
  it('is null without one', () => {
    expect(progress({ run: undefined })).toBeNull();
  });

  it('says what is being read, how far that is, and how much is left', () => {
    expect(progress()).toEqual({
      ...{ state: 'running', by: ANNE, isMine: true, startedAt: START, now: START + MINUTE },
      ...{ connection: 'w', waiting: ['z'], stream: 'Invoices', streamsDone: 1, streamsAll: 3 },
      ...{ read: 250, total: 1000, rows: 550, rate: 250, left: 3 * MINUTE },
    });
  });

  it('speaks the user’s language', () => {
    useLanguage('fr');
    expect(progress()?.stream).toBe('Factures');
  });

  it('says whose run it is', () => {
    expect(progress({ run: { ...RUN, by: 'bob@example.com' } })).toMatchObject({
      by: 'bob@example.com',
      isMine: false,
    });
  });

  it('knows when it goes on after a pause, and promises no end meanwhile', () => {
    const until = START + 5 * MINUTE;
    const paused = progress({ run: { ...RUN, until } });
    expect(paused).toMatchObject({ state: 'paused', resumesAt: until, read: 250, rate: 250 });
    expect(paused).not.toHaveProperty('left');
    expect(paused).not.toHaveProperty('reason');
  });

  it('says why it is paused, in the user’s language', () => {
    const run = { ...RUN, until: START + MINUTE, reason: { fr: 'Trop vite.', en: 'Too fast.' } };
    expect(progress({ run })?.reason).toBe('Too fast.');
  });

  it('is interrupted once no execution can be at work on it any more', () => {
    expect(progress({}, START + 6 * MINUTE)?.state).toBe('running');
    expect(progress({}, START + 6 * MINUTE + 1)?.state).toBe('interrupted');
  });

  it('is stopping once someone asked for that, and not for the sake of an older wish', () => {
    expect(progress({ stop: { run: START, by: ANNE } })?.state).toBe('stopping');
    expect(progress({ stop: { run: START - 1, by: ANNE } })?.state).toBe('running');
  });

  it('knows nothing of a connection yet before its first page', () => {
    const nothing = { stream: '', streamsDone: 0, streamsAll: 3, read: 0, total: 0, rows: 0, rate: 0 };
    expect(progress({ 'job.w': undefined })).toMatchObject(nothing);
    expect(progress({ 'job.w': { ...JOB, run: START - 1 } })).toMatchObject(nothing);
  });

  it('does not take what earlier runs did for its own', () => {
    const job = { ...JOB, startedAt: START + MINUTE };
    expect(progress({ 'job.w': job })).toMatchObject({ stream: '', streamsDone: 0, read: 0, rows: 0 });
  });

  it('counts the rows of a pass that an earlier run began, but not in its pace', () => {
    expect(progress({ 'cursor.w.invoices': pass('invoices', 250, { earlier: 500 }) })).toMatchObject({
      ...{ read: 750, rows: 550, rate: 250, left: MINUTE },
    });
  });

  it.each([
    ['nothing has come', pass('invoices', 0)],
    ['the total is not known', pass('invoices', 250, { total: 0 })],
    ['more came than was announced', pass('invoices', 1200)],
  ])('promises no end when %s', (_, walk) => {
    expect(progress({ 'cursor.w.invoices': walk })).not.toHaveProperty('left');
  });

  it.each([
    ['that was removed', undefined],
    ['of a system that is not known any more', { ...SETTINGS, connector: 'gone' }],
  ])('can be told of a connection %s', (_, connection) => {
    expect(progress({ 'connection.w': connection })).toMatchObject({ connection: 'w', stream: '', streamsAll: 0 });
  });
});

describe('asking for the progress', () => {
  let project: Project;

  beforeAll(async () => {
    project = await buildAddOn();
  });

  it('shows the run under way to a page, for one look at what is stored and one at who asks, in which language', () => {
    const addOn = openAddOn(project, { startAt: START });
    const saved = addOn.call('saveConnection', bakery()) as Result<ConnectionView>;
    let seen: unknown;
    let calls: object = {};
    const look = (): void => {
      seen = addOn.call('readProgress');
      calls = addOn.machine.executions.at(-1)?.calls ?? {};
    };
    addOn.machine.faults.hook('before', 1, look, { method: 'Range.setValues' });
    addOn.call('runNow');
    const connection = saved.ok ? saved.value.id : '';
    expect(seen).toMatchObject({ ok: true, value: { state: 'running', isMine: true, connection, streamsAll: 1 } });
    expect(calls).toEqual({
      ...{ 'PropertiesService.getDocumentProperties': 1, 'Properties.getProperties': 1 },
      ...{ 'Session.getEffectiveUser': 1, 'User.getEmail': 1 },
      ...{ 'PropertiesService.getUserProperties': 1, 'Properties.getProperty': 1, 'Session.getActiveUserLocale': 1 },
    });
    expect(addOn.call('readProgress')).toEqual({ ok: true, value: null });
  });
});
