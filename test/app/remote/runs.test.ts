import type { Project } from '../../../local/apps-script/project';
import { bakery, buildAddOn } from '../add-on';
import { openRemoteDesk, type RemoteDesk } from './remote-desk';

let project: Project;
let desk: RemoteDesk;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  desk = openRemoteDesk(project);
});

function handlers(): string[] {
  return desk.addOn.machine.state.triggers.map(({ handler }) => handler);
}

function runOf(path: string, body?: unknown): string {
  const { data, status } = desk.post(path, body);
  if (status !== 202) throw new Error(`The call was answered ${String(status)}`);
  return (data as { readonly run: string }).run;
}

const BOB = { email: 'bob@example.com', locale: 'fr' };

/** The id of a connection of his. */
function saveAsBob(): string {
  const saved = desk.addOn.machine.run(project, 'saveConnection', [bakery()], { as: 'page', person: BOB });
  if (saved.status !== 'done') throw new Error(JSON.stringify(saved));
  return (saved.value as { readonly value: { readonly id: string } }).value.id;
}

describe('a run that is asked for from outside', () => {
  it('is answered at once, begins by itself, and tells how it went', () => {
    const { id } = desk.addOn.save(bakery());
    const run = runOf('/sync-now');
    expect(desk.get(`/runs/${run}`)).toMatchObject({
      ...{ success: true, status: 200, message: 'La synchronisation va commencer.' },
      data: { run, state: 'waiting', started_at: null, ended_at: null, connections: [{ id, state: 'waiting' }] },
    });
    expect(desk.follow(run)).toMatchObject({
      ...{ success: true, status: 200, message: 'La synchronisation est terminée.' },
      data: {
        ...{ state: 'finished', rows: { read: 2, added: 2, updated: 0, removed: 0 } },
        ...{ asked_at: expect.stringMatching(/^2026-11-20T09:00:\d\dZ$/) as string },
        connections: [{ id, name: 'Bakery', state: 'finished', message: '' }],
      },
    });
    expect(desk.addOn.hands.rows('Pains')).toHaveLength(3);
    expect(handlers()).toEqual([]);
  });

  it('says in the history what started it', () => {
    desk.addOn.save(bakery());
    const run = runOf('/sync-now');
    desk.follow(run);
    expect(desk.addOn.hands.rows('Historique').at(-1)?.join()).toContain('appel à distance');
  });

  it('is the same while it waits, and for a minute after it was asked for', () => {
    desk.addOn.save(bakery());
    const run = runOf('/sync-now');
    expect(runOf('/sync-now')).toBe(run);
    desk.follow(run);
    expect(runOf('/sync-now')).toBe(run);
    desk.addOn.machine.advance(60_000);
    expect(runOf('/sync-now')).not.toBe(run);
  });

  it('tells of a connection that failed why', () => {
    desk.addOn.save(bakery({ mood: 'fail' }));
    expect(desk.follow(runOf('/sync-now'))).toMatchObject({
      success: true,
      data: {
        state: 'failed',
        connections: [{ state: 'failed', message: expect.stringContaining('Clé refusée') as string }],
      },
    });
  });

  it('is not lost while another run is under way: it is tried again', () => {
    const { id } = desk.addOn.save(bakery());
    desk.addOn.save({ ...bakery(), title: 'Other' });
    const run = runOf(`/api/connections/${id}/sync`);
    const { machine } = desk.addOn;
    machine.resetCalls();
    const [other] = (desk.addOn.call('listConnections') as { value: { id: string }[] }).value.slice(1);
    const meanwhile = (): void => void machine.run(project, 'runAsked', [], { as: 'trigger' });
    machine.faults.hook('before', 1, meanwhile, { method: 'Lock.releaseLock' });
    desk.addOn.call('runNow', [other?.id]);
    expect(desk.get(`/runs/${run}`)).toMatchObject({ data: { state: 'waiting' } });
    machine.advance(11 * 60_000);
    expect(desk.get(`/runs/${run}`)).toMatchObject({ data: { state: 'finished' } });
  });

  it('is begun by the hourly trigger where Google grants no other', () => {
    desk.addOn.save(bakery());
    desk.addOn.machine.faults.fail(1, 'This script has too many triggers.', { method: 'ClockTriggerBuilder.create' });
    const run = runOf('/sync-now');
    expect(handlers()).toEqual(['hourlyTick']);
    desk.addOn.machine.advance(3_700_000);
    expect(desk.get(`/runs/${run}`)).toMatchObject({ data: { state: 'finished' } });
    desk.addOn.machine.advance(3_700_000);
    expect(handlers()).toEqual([]);
  });

  it('is not asked for where Google makes no trigger at all, and the caller is told', () => {
    const { id } = desk.addOn.save(bakery());
    const { state, faults } = desk.addOn.machine;
    for (const n of [1, 2])
      faults.fail(n, 'This script has too many triggers.', { method: 'ClockTriggerBuilder.create' });
    const answer = desk.post('/sync-now');
    expect(answer).toMatchObject({ success: false, status: 503, data: null });
    expect(answer.message).toContain('trop de déclencheurs');
    expect(Object.keys(state.properties.document).filter((name) => name.startsWith('asked.'))).toEqual([]);
    desk.addOn.machine.advance(3_700_000);
    expect(desk.get(`/api/connections/${id}/history`)).toMatchObject({ data: [] });
  });

  it('goes on when Google kills what runs it', () => {
    desk.addOn.save(bakery());
    const run = runOf('/sync-now');
    desk.addOn.machine.resetCalls();
    desk.addOn.machine.faults.kill('before', 1, { method: 'Range.setValues' });
    desk.addOn.machine.advance(3_700_000);
    expect(desk.get(`/runs/${run}`)).toMatchObject({ data: { state: 'finished' } });
    desk.addOn.machine.advance(3_700_000);
    expect(handlers()).toEqual([]);
  });

  it('counts as failed for a connection that was removed meanwhile', () => {
    const { id } = desk.addOn.save(bakery());
    const run = runOf('/sync-now');
    desk.addOn.call('removeConnection', id, 'keep');
    expect(desk.follow(run)).toMatchObject({
      data: { state: 'failed', connections: [{ message: 'Cette connexion a été supprimée.' }] },
    });
  });

  it('is of the caller’s own connections, which those of somebody else never keep waiting', () => {
    saveAsBob();
    expect(desk.post('/sync-now')).toMatchObject({ success: false, status: 409, data: null });
    const { id } = desk.addOn.save(bakery());
    const first = runOf('/sync-now');
    expect(desk.follow(first)).toMatchObject({ data: { state: 'finished', connections: [{ id }] } });
    desk.addOn.machine.advance(60_000);
    const second = runOf('/sync-now');
    expect(second).not.toBe(first);
    expect(desk.follow(second)).toMatchObject({ data: { state: 'finished' } });
  });

  it('waits for the owner of a connection, whose own trigger begins it', () => {
    const { machine } = desk.addOn;
    const { message, data } = desk.post(`/api/connections/${saveAsBob()}/sync`);
    expect(message).toContain('bob@example.com');
    const { run } = data as { readonly run: string };
    machine.advance(3_700_000);
    expect(desk.get(`/runs/${run}`)).toMatchObject({
      data: { state: 'waiting', connections: [{ message: expect.stringContaining('bob@example.com') as string }] },
    });
    machine.run(project, 'hourlyTick', [], { as: 'trigger', person: BOB });
    expect(desk.get(`/runs/${run}`)).toMatchObject({ data: { state: 'finished' } });
  });

  it('is not begun any more after a day', () => {
    const path = `/api/connections/${saveAsBob()}/sync`;
    const run = runOf(path);
    desk.addOn.machine.advance(24 * 3_600_000);
    expect(desk.get(`/runs/${run}`)).toMatchObject({ data: { state: 'failed' } });
    expect(runOf(path)).not.toBe(run);
  });

  it('is refused when twenty others wait, and the oldest results are forgotten', () => {
    const { machine } = desk.addOn;
    const ids = Array.from({ length: 21 }, (_, n) => desk.addOn.save({ ...bakery(), title: `B${String(n)}` }).id);
    const runs = ids.slice(0, 20).map((id) => runOf(`/api/connections/${id}/sync`));
    expect(desk.post(`/api/connections/${ids[20] ?? ''}/sync`)).toMatchObject({ success: false, status: 429 });
    desk.follow(runs[0] ?? '');
    machine.advance(8 * 24 * 3_600_000);
    runOf('/sync-now');
    expect(desk.get(`/runs/${runs[0] ?? ''}`)).toMatchObject({ success: false, status: 404 });
    expect(Object.keys(machine.state.properties.document).filter((name) => name.startsWith('asked.'))).toHaveLength(1);
  });
});
