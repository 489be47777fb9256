import type { Project } from '../../local/apps-script/project';
import type { ConnectionView, Result, RunView } from '../../src/app/rpc';
import { bundle } from '../bundle';
import { type AddOn, openAddOn, SECRET } from './add-on';

const TOKEN = 'visa-0815';

describe('the tokens and the pace of a connection', () => {
  let project: Project;
  let addOn: AddOn;
  let id: string;

  beforeAll(async () => {
    project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/app/token-connectors.ts' });
  });

  beforeEach(() => {
    addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20) });
    id = save();
  });

  function save(more: object = {}): string {
    const settings = { country: 'fr', passport: SECRET };
    const result = addOn.call('saveConnection', { connector: 'embassy', settings, ...more }) as Result<ConnectionView>;
    if (!result.ok) throw new Error(result.advice);
    return result.value.id;
  }

  /** Syncs the connection with a system that gives these answers in turn, to the sign-in and the check. */
  function sync(...answers: readonly (readonly [status: number, body: unknown])[]): RunView {
    addOn.machine.resetCalls();
    addOn.machine.faults.clear();
    answers.forEach(([status, body], i) => {
      addOn.machine.faults.http(i + 1, { status, body: JSON.stringify(body) });
    });
    const run = addOn.call('runNow', [id]) as Result<RunView>;
    if (!run.ok) throw new Error(run.advice);
    return run.value;
  }

  const grant = [201, { access_token: TOKEN, expires_in: 1800 }] as const;
  const user = () => addOn.machine.state.properties.user;
  const document = () => addOn.machine.state.properties.document;

  it('serve the next execution too, encrypted with the person', () => {
    expect(sync(grant, [200, 1]).state).toBe('finished');
    expect(user()[`token.${id}`]).toMatch(/^gAAAA/);
    expect(sync([200, 2]).entries).toMatchObject([{ status: 'finished', requests: 1 }]);
  });

  it('show in no store, result or log', () => {
    const said = [sync(grant, [400, { error: `bad ${TOKEN}` }]), sync([422, { error: `bad ${TOKEN}` }])];
    expect(said).toMatchObject([{ entries: [{ status: 'failed' }] }, { entries: [{ status: 'failed' }] }]);
    const { state, executions } = addOn.machine;
    expect(JSON.stringify([said, state.properties, executions])).not.toMatch(new RegExp(`${TOKEN}|${SECRET}`));
  });

  it('are forgotten when the system refuses them', () => {
    sync(grant, [200, 1]);
    expect(sync([401, null], [401, { error: 'invalid_client' }]).entries).toMatchObject([{ status: 'failed' }]);
    expect(Object.keys(user())).toEqual([`secret.${id}`]);
  });

  it.each([
    ['secret', { passport: 'another' }],
    ['setting', { country: 'be', passport: SECRET }],
  ])('are forgotten when a %s is new', (_, settings) => {
    sync(grant, [200, 1]);
    save({ id, settings: { country: 'fr', ...settings } });
    expect(Object.keys(user())).toEqual([`secret.${id}`]);
  });

  it('are no good for an address that somebody else chose meanwhile', () => {
    sync(grant, [200, 1]);
    const stored = JSON.parse(document()[`connection.${id}`] ?? '') as ConnectionView;
    document()[`connection.${id}`] = JSON.stringify({ ...stored, settings: { country: 'thief' } });
    expect(sync([401, { error: 'invalid_client' }]).entries).toMatchObject([{ status: 'failed', requests: 1 }]);
  });

  it('leave nothing behind when the connection is removed', () => {
    sync(grant, [200, 1]);
    expect(Object.keys(document())).toContain(`pace.${id}`);
    addOn.call('removeConnection', id, 'keep');
    expect(user()).toEqual({});
    expect(Object.keys(document()).filter((name) => name.includes(id))).toEqual([]);
  });

  it('hold over executions: a request too many waits until there is room again', () => {
    sync(grant, [200, 1]);
    sync([200, 2]);
    sync([200, 3]);
    const result = sync([200, 4]);
    expect(result).toMatchObject({ state: 'paused', resumesAt: expect.any(Number) as number });
    expect((result.resumesAt ?? 0) - addOn.machine.state.now).toBeLessThan(62_000);
    addOn.machine.resetCalls();
    addOn.machine.faults.http(1, { status: 200, body: '4' });
    addOn.machine.runUntilIdle();
    expect(addOn.call('listConnections')).toMatchObject({ value: [{ last: { status: 'finished' } }] });
  });
});
