import type { Project } from '../../local/apps-script/project';
import type { ConnectionView, Result } from '../../src/app/rpc';
import { bundle } from '../bundle';
import { type AddOn, bakery, buildAddOn, openAddOn, SECRET } from './add-on';

const START = { startAt: Date.UTC(2026, 10, 20) };

let addOn: AddOn;

function answer(status: number, body: unknown, request = 1): void {
  addOn.machine.faults.http(request, { status, body: JSON.stringify(body) });
}

function stored(): string {
  return JSON.stringify(addOn.machine.state.properties);
}

describe('the test of a connection', () => {
  let project: Project;

  beforeAll(async () => {
    project = await buildAddOn();
  });

  beforeEach(() => {
    addOn = openAddOn(project, START);
  });

  it('says what the system answers, before anything is stored', () => {
    answer(200, { name: 'Anne' });
    expect(addOn.call('testConnection', bakery({ mood: 'online' }))).toEqual({
      ok: true,
      value: 'Connecté : {"name":"Anne"}',
    });
    expect(addOn.machine.state.properties).toEqual({ user: {}, script: {}, document: {} });
  });

  it('uses the stored secret where none is typed, and the typed one where there is', () => {
    const saved = addOn.call('saveConnection', bakery({ mood: 'online' })) as Result<ConnectionView>;
    const id = saved.ok ? saved.value.id : '';
    const before = stored();
    const settings = { site: 'https://bakery.example', mood: 'online' };
    answer(200, 'Anne');
    expect(addOn.call('testConnection', { id, connector: 'bakery', settings })).toMatchObject({ ok: true });
    answer(400, 'no such key: another', 2);
    const refused = addOn.call('testConnection', {
      id,
      connector: 'bakery',
      settings: { ...settings, apiKey: 'another' },
    });
    expect(refused).toMatchObject({ ok: false, kind: 'DataError' });
    expect(JSON.stringify(refused)).not.toContain('another');
    expect(stored()).toBe(before);
  });

  it.each([
    ['a setting is missing', { connector: 'bakery', settings: { apiKey: SECRET } }, 'site'],
    ['a secret is missing', { connector: 'bakery', settings: { site: 'https://bakery.example' } }, 'apiKey'],
    ['a setting is unknown', bakery({ colour: 'red' }), 'colour'],
    ['nobody knows the connector', { connector: 'butcher', settings: {} }, 'connector'],
  ])('names the field when %s, and asks nobody', (_, draft, field) => {
    expect(addOn.call('testConnection', draft)).toMatchObject({ ok: false, kind: 'SettingsError', field });
    expect(addOn.machine.calls()['UrlFetchApp.fetch']).toBeUndefined();
  });
});

describe('the test of a connection that signs in with tokens and keeps a pace', () => {
  it('leaves neither a token nor the times of its requests behind', async () => {
    const project = await bundle('src/main.ts', { 'src/connectors/index.ts': 'test/app/token-connectors.ts' });
    addOn = openAddOn(project, START);
    answer(201, { access_token: 'visa-0815', expires_in: 1800 });
    answer(200, 'Bienvenue', 2);
    const draft = { connector: 'embassy', settings: { country: 'fr', passport: SECRET } };
    expect(addOn.call('testConnection', draft)).toEqual({ ok: true, value: '"Bienvenue"' });
    expect(addOn.machine.state.properties).toEqual({ user: {}, script: {}, document: {} });
  });
});
