import { createHash } from 'node:crypto';
import type { Project } from '../../../local/apps-script/project';
import type { RemoteView, Result } from '../../../src/app/rpc';
import { bakery, buildAddOn, openAddOn } from '../add-on';
import { openRemoteDesk, type RemoteDesk } from './remote-desk';

let project: Project;
let desk: RemoteDesk;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  desk = openRemoteDesk(project);
});

const PATH = '/api/connections/types';

function view(): RemoteView {
  return (desk.addOn.call('openRemote') as Extract<Result<RemoteView>, { ok: true }>).value;
}

function elapsed(work: () => unknown): number {
  const { state } = desk.addOn.machine;
  const before = state.now;
  work();
  return state.now - before;
}

describe('the secret of remote calls', () => {
  it('has 256 random bits, is shown once, and lies nowhere but as its digest', () => {
    const secret = desk.secret();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(desk.rotate()).not.toBe(desk.secret());
    expect(view()).not.toHaveProperty('secret');
    const { properties, cache } = desk.addOn.machine.state;
    const stored = JSON.stringify([properties, cache]);
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(desk.secret());
    expect(stored).toContain(createHash('sha256').update(desk.secret()).digest('base64url'));
  });

  it('opens as a parameter, as a field of a form and as a field of JSON', () => {
    const secret = desk.secret();
    const address = `?path=${PATH}`;
    expect(desk.send('GET', `${address}&secret=${secret}`).status).toBe(200);
    expect(desk.send('GET', `/api/connections/types/?secret=${secret}`).status).toBe(200);
    const sync = '?path=/sync-now';
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', `secret=${secret}`],
      ['application/x-www-form-urlencoded', JSON.stringify({ secret })],
      ['application/json', JSON.stringify({ secret })],
      ['text/plain;charset=utf-8', JSON.stringify({ secret })],
    ] as const) {
      expect(desk.send('POST', sync, type, body).status).toBe(409);
    }
  });

  it.each([
    ['none', null, ''],
    ['a blank one', '', ''],
    ['a wrong one', 'x'.repeat(43), ''],
    ['another one beside it', undefined, `&secret=${'x'.repeat(43)}`],
  ])('refuses %s in the same words, whatever is asked', (_, given, query) => {
    const options = { query, ...(given === undefined ? {} : { secret: given }) };
    const answers = [
      desk.get(PATH, options),
      desk.get('/nothing', options),
      desk.post('/sync-now', undefined, options),
      desk.post('/sync-now', [], options),
    ];
    for (const answer of answers) {
      expect(answer).toEqual({ success: false, status: 401, data: null, message: answers[0]?.message });
    }
  });

  it('refuses another one in the body', () => {
    expect(desk.post('/sync-now', { secret: 'x'.repeat(43) }).status).toBe(401);
  });

  it('opens nothing any more once there is another, nor after calls are switched off', () => {
    const earlier = desk.rotate();
    expect(desk.get(PATH, { secret: earlier }).status).toBe(401);
    expect(desk.get(PATH).status).toBe(200);
    desk.addOn.call('switchRemote', false);
    expect(desk.get(PATH)).toMatchObject({ success: false, status: 403, data: null });
    expect(desk.get(PATH, { secret: null }).status).toBe(403);
  });

  it('is off at first', () => {
    const addOn = openAddOn(project);
    expect(addOn.call('openRemote')).toEqual({
      ok: true,
      value: { isOn: false, by: '', url: 'https://script.google.com/macros/s/local-apps-script/exec' },
    });
    const answer = addOn.machine.web(project, { method: 'GET', path: '?path=/sync-now' });
    expect(answer).toMatchObject({ kind: 'text', content: expect.stringContaining('"status":403') as string });
  });
});

describe('wrong tries', () => {
  const wrong = (): unknown => desk.get(PATH, { secret: 'wrong' });

  it('wait longer and longer, up to two seconds; the right secret never does', () => {
    const quick = elapsed(() => desk.get(PATH));
    const [first, second] = [elapsed(wrong), elapsed(wrong)];
    expect(second).toBeGreaterThan(first);
    for (let n = 0; n < 20; n++) wrong();
    expect(elapsed(wrong)).toBeLessThan(3000);
    expect(elapsed(() => desk.get(PATH))).toBeLessThan(quick + 200);
  });

  it('are counted, logged without what was sent, and shown', () => {
    for (let n = 0; n < 5; n++) wrong();
    expect(view()).toMatchObject({ wrongTries: { count: 5 } });
    const logs = desk.addOn.machine.executions.flatMap((execution) => execution.logs);
    expect(logs).toHaveLength(5);
    expect(JSON.stringify(logs)).not.toMatch(/"wrong"|secret=|path/);
    desk.rotate();
    expect(view()).not.toHaveProperty('wrongTries');
  });

  it('are remembered when the cache forgets, with few writes of properties', () => {
    const { machine } = desk.addOn;
    machine.resetCalls();
    for (let n = 0; n < 100; n++) wrong();
    const { 'Properties.setProperty': writes = 0, 'Properties.getProperty': reads = 0 } = machine.calls();
    expect(writes).toBeLessThan(10);
    expect(reads).toBeLessThan(40);
    machine.advance(7 * 3_600_000);
    expect(view().wrongTries?.count).toBeGreaterThanOrEqual(64);
  });
});

describe('calls in the name of somebody else', () => {
  it('say so, to the caller and in the sidebar', () => {
    const bob = { as: 'page', person: { email: 'bob@example.com', locale: 'fr' } } as const;
    const outcome = desk.addOn.machine.run(project, 'switchRemote', [true], bob);
    const { secret = '' } = (outcome as unknown as { value: { value: RemoteView } }).value.value;
    expect(desk.get(PATH, { secret }).message).toMatch(/au nom de anne@example\.com.*non de bob@example\.com/);
    expect(view()).toMatchObject({ by: 'bob@example.com', runsAs: 'anne@example.com' });
  });
});

describe('what an owner of the secret sends that makes no sense', () => {
  it.each([
    ['an unknown path', 404, () => desk.get('/nothing')],
    ['no path', 404, () => desk.send('GET', `?secret=${desk.secret()}`)],
    ['a path that is posted to', 405, () => desk.get('/sync-now')],
    ['a path that is read', 405, () => desk.post(PATH)],
    ['a list', 400, () => desk.post('/sync-now', [])],
    ['a number', 400, () => desk.post('/sync-now', 7)],
    ['odd names', 400, () => desk.send('POST', address(), 'text/plain', '{"a": {"__proto__": {"b": 1}}}')],
    [
      'deep nesting',
      400,
      () => desk.send('POST', address(), 'text/plain', `{"a":${'['.repeat(4e4)}${']'.repeat(4e4)}}`),
    ],
    ['broken JSON', 400, () => desk.send('POST', address(), 'application/x-www-form-urlencoded', '{"a": tru')],
    ['a path twice', 400, () => desk.post('/sync-now', undefined, { query: '&path=/x' })],
    ['too much', 413, () => desk.post('/sync-now', { a: 'x'.repeat(100_001) })],
    ['no id', 404, () => desk.get('/runs/x')],
  ])('%s is told', (_, status, send) => {
    desk.addOn.save(bakery());
    expect(send()).toMatchObject({ success: false, status, data: null });
    expect(desk.addOn.machine.state.triggers).toEqual([]);
  });

  const address = (): string => `?path=/sync-now&secret=${desk.secret()}`;

  it('a fault of ours is told in a plain sentence, and logged without the secret', () => {
    desk.addOn.machine.resetCalls();
    desk.addOn.machine.faults.fail(1, `Boom ${desk.secret()}`, { method: 'Properties.getProperties' });
    const answer = desk.get('/api/connections/');
    expect(answer).toMatchObject({ success: false, status: 500, data: null });
    expect(answer.message).not.toContain('Boom');
    expect(JSON.stringify(desk.addOn.machine.executions.at(-1))).toContain('Boom ***');
  });
});
