import type { Project } from '../../local/apps-script/project';
import type { ConnectionView, Result } from '../../src/app/rpc';
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

  /** Tests the connection on a system that gives these answers in turn. */
  function check(...answers: readonly (readonly [status: number, body: unknown])[]): Result<string> {
    addOn.machine.resetCalls();
    addOn.machine.faults.clear();
    answers.forEach(([status, body], i) => {
      addOn.machine.faults.http(i + 1, { status, body: JSON.stringify(body) });
    });
    return addOn.call('checkConnection', id) as Result<string>;
  }

  const grant = [201, { access_token: TOKEN, expires_in: 1800 }] as const;
  const user = () => addOn.machine.state.properties.user;
  const document = () => addOn.machine.state.properties.document;

  it('serve the next execution too, encrypted with the person', () => {
    expect(check(grant, [200, 1])).toEqual({ ok: true, value: '1' });
    expect(user()[`token.${id}`]).toMatch(/^gAAAA/);
    expect(check([200, 2])).toEqual({ ok: true, value: '2' });
  });

  it('show in no store, result or log', () => {
    const said = [check(grant, [400, { error: `bad ${TOKEN}` }]), check([422, { error: `bad ${TOKEN}` }])];
    expect(said).toMatchObject([{ kind: 'DataError' }, { kind: 'DataError' }]);
    const { state, executions } = addOn.machine;
    expect(JSON.stringify([said, state.properties, executions])).not.toMatch(new RegExp(`${TOKEN}|${SECRET}`));
  });

  it('are forgotten when the system refuses them', () => {
    check(grant, [200, 1]);
    expect(check([401, null], [401, { error: 'invalid_client' }])).toMatchObject({ kind: 'SignInError' });
    expect(Object.keys(user())).toEqual([`secret.${id}`]);
  });

  it.each([
    ['secret', { passport: 'another' }],
    ['setting', { country: 'be', passport: SECRET }],
  ])('are forgotten when a %s is new', (_, settings) => {
    check(grant, [200, 1]);
    save({ id, settings: { country: 'fr', ...settings } });
    expect(Object.keys(user())).toEqual([`secret.${id}`]);
  });

  it('are no good for an address that somebody else chose meanwhile', () => {
    check(grant, [200, 1]);
    const stored = JSON.parse(document()[`connection.${id}`] ?? '') as ConnectionView;
    document()[`connection.${id}`] = JSON.stringify({ ...stored, settings: { country: 'thief' } });
    expect(check([401, { error: 'invalid_client' }])).toMatchObject({ kind: 'SignInError' });
    expect(addOn.machine.calls()['UrlFetchApp.fetch']).toBe(1);
  });

  it('leave nothing behind when the connection is removed', () => {
    check(grant, [200, 1]);
    expect(Object.keys(document())).toContain(`pace.${id}`);
    addOn.call('removeConnection', id);
    expect([user(), document()]).toEqual([{}, {}]);
  });

  it('hold over executions: a request too many says when there is room again', () => {
    check(grant, [200, 1]);
    check([200, 2]);
    check([200, 3]);
    const result = check([200, 4]);
    expect(result).toMatchObject({ ok: false, kind: 'BusyError' });
    expect(result.ok ? '' : result.advice).toContain('Embassy n’accepte que 3 demandes par minute');
    addOn.machine.advance(61_000);
    expect(check([200, 4])).toEqual({ ok: true, value: '4' });
  });

  it('cost one write a request', () => {
    check(grant, [200, 1]);
    addOn.machine.resetCalls();
    check([200, 2]);
    expect(addOn.machine.calls()['Properties.setProperty']).toBe(1);
  });
});
