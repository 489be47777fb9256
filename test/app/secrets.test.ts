import type { Project } from '../../local/apps-script/project';
import { type AddOn, bakery, buildAddOn, openAddOn, SECRET } from './add-on';

const DAY = 24 * 3_600_000;
const LONG_KEY = 'open-sesame-4711';

let project: Project;
let addOn: AddOn;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  addOn = openAddOn(project, { startAt: Date.UTC(2026, 10, 20) });
});

function save(draft: object): string {
  return addOn.save(draft).id;
}

/** The same spreadsheet and script, opened by another person. */
function asBob(): AddOn {
  const { state, documents } = addOn.machine;
  const properties = { ...state.properties, user: {} };
  return openAddOn(project, { email: 'bob@example.com', state: { ...state, properties }, documents });
}

function user(): Record<string, string> {
  return addOn.machine.state.properties.user;
}

function keys(): string {
  return addOn.machine.state.properties.script.secretKey ?? '';
}

function rotate(): void {
  expect(addOn.call('rotateKey')).toEqual({ ok: true, value: null });
}

describe('the endings of secrets', () => {
  it('are their last four characters', () => {
    const id = save(bakery({ apiKey: LONG_KEY }));
    expect(addOn.call('readEndings', id)).toEqual({ ok: true, value: { apiKey: '4711' } });
  });

  it('are blank where a secret is short', () => {
    const id = save(bakery({ apiKey: 'sesame-4711' }));
    expect(addOn.call('readEndings', id)).toEqual({ ok: true, value: { apiKey: '' } });
  });

  it('are told to the owner alone', () => {
    const id = save(bakery({ apiKey: LONG_KEY }));
    const bob = asBob();
    expect(bob.call('readEndings', id)).toEqual({ ok: true, value: {} });
    bob.call('saveConnection', { ...bakery({ apiKey: 'key-of-bob-0815' }), id });
    expect(bob.call('readEndings', id)).toEqual({ ok: true, value: { apiKey: '0815' } });
    expect(addOn.call('readEndings', id)).toEqual({ ok: true, value: {} });
  });

  it('are none where there are no secrets, or no connection', () => {
    const id = save({ connector: 'harbour', settings: { entry: 'guest' } });
    expect(addOn.call('readEndings', id)).toEqual({ ok: true, value: {} });
    expect(addOn.call('readEndings', '0123456789')).toEqual({ ok: true, value: {} });
  });
});

describe('a new key', () => {
  it('encrypts what is stored from then on, and what is read', () => {
    const id = save(bakery({ apiKey: LONG_KEY }));
    const before = user()[`secret.${id}`];
    rotate();
    expect(user()[`secret.${id}`]).toBe(before);
    addOn.call('readEndings', id);
    const moved = user()[`secret.${id}`];
    expect(moved).not.toBe(before);
    addOn.call('readEndings', id);
    expect(user()[`secret.${id}`]).toBe(moved);
  });

  it('leaves the earlier ones to read with for 30 days', () => {
    const id = save(bakery({ apiKey: LONG_KEY }));
    rotate();
    addOn.machine.advance(29 * DAY);
    rotate();
    expect(addOn.call('readEndings', id)).toEqual({ ok: true, value: { apiKey: '4711' } });
  });

  it('is the end of those that have been out of use for longer: whoever was away types the secret again', () => {
    const id = save(bakery({ apiKey: LONG_KEY }));
    rotate();
    addOn.machine.advance(31 * DAY);
    rotate();
    expect(JSON.parse(keys())).toHaveLength(2);
    const draft = { id, connector: 'bakery', settings: { site: 'https://bakery.example' } };
    expect(addOn.call('testConnection', draft)).toMatchObject({ ok: false, kind: 'SettingsError', field: 'apiKey' });
  });

  it('may come before the first secret', () => {
    rotate();
    const id = save(bakery({ apiKey: LONG_KEY }));
    expect(addOn.call('readEndings', id)).toMatchObject({ value: { apiKey: '4711' } });
    expect(JSON.parse(keys())).toHaveLength(1);
  });

  it('takes its place before a key that was stored alone', () => {
    const id = save(bakery({ apiKey: LONG_KEY }));
    const [{ key }] = JSON.parse(keys()) as [{ key: string }];
    addOn.machine.state.properties.script.secretKey = key;
    expect(addOn.call('readEndings', id)).toMatchObject({ value: { apiKey: '4711' } });
    rotate();
    expect(addOn.call('readEndings', id)).toMatchObject({ value: { apiKey: '4711' } });
    expect(JSON.parse(keys())).toMatchObject([{}, { key, retired: expect.any(Number) as number }]);
  });

  it('is not made by two at once', () => {
    save(bakery());
    let second: unknown;
    addOn.machine.faults.hook('after', 1, () => (second = addOn.call('rotateKey')), {
      method: 'Lock.tryLock',
      within: 'execution',
    });
    rotate();
    expect(second).toMatchObject({ ok: false, kind: 'BusyError' });
    expect(JSON.parse(keys())).toHaveLength(2);
  });

  it('shows in no answer', () => {
    save(bakery());
    const answer = JSON.stringify([addOn.call('rotateKey'), addOn.call('openHome', 'fr')]);
    for (const { key } of JSON.parse(keys()) as { key: string }[]) expect(answer).not.toContain(key);
    expect(answer).not.toContain(SECRET);
  });
});
