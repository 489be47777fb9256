import type { Project } from '../../../local/apps-script/project';
import { bakery, buildAddOn, SECRET } from '../add-on';
import { openRemoteDesk, type RemoteDesk } from './remote-desk';

let project: Project;
let desk: RemoteDesk;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  desk = openRemoteDesk(project);
});

const SITE = 'https://bakery.example';
const BAKERY = { connection_type: 'bakery', config: { site: SITE }, credentials: { apiKey: SECRET } };

function tabs(): readonly string[] {
  return desk.addOn.workbook.tabs.map(({ name }) => name);
}

describe('connections from outside', () => {
  it('are tested, stored and listed; what is secret never comes back', () => {
    expect(desk.post('/api/connections/test', BAKERY)).toMatchObject({ status: 200, message: 'Connecté.' });
    expect(desk.get('/api/connections').data).toEqual([]);
    const created = desk.post('/api/connections/', { ...BAKERY, name: 'Corner', auto_sync_enabled: true });
    expect(created).toMatchObject({
      ...{ success: true, status: 201 },
      data: { name: 'Corner', config: { site: SITE }, owner: 'anne@example.com', auto_sync_enabled: true },
    });
    expect(desk.addOn.call('listConnections')).toMatchObject({ value: [{ schedule: { every: 'day', hour: 2 } }] });
    expect(desk.get('/api/connections/').data).toEqual([created.data]);
    expect(JSON.stringify([created, desk.get('/api/connections/')])).not.toContain(SECRET);
  });

  it('take names with underscores, as the client’s documents write them', () => {
    const credentials = { auth_type: 'api_key', api_key: SECRET };
    expect(desk.post('/api/connections/test', { ...BAKERY, credentials })).toMatchObject({ status: 200 });
  });

  it('that are called by the secret are not told so', () => {
    const answer = desk.post('/api/connections/', { ...BAKERY, name: `Mine ${desk.secret()}` });
    expect(answer).toMatchObject({ success: true, data: { name: 'Mine ***' } });
    expect(JSON.stringify([answer, desk.get('/api/connections/')])).not.toContain(desk.secret());
  });

  it('of somebody else are not removed', () => {
    const person = { email: 'bob@example.com', locale: 'fr' };
    desk.addOn.machine.run(project, 'saveConnection', [bakery()], { as: 'page', person });
    const [{ id }] = desk.get('/api/connections/').data as [{ readonly id: string }];
    const answer = desk.post(`/api/connections/${id}/delete`);
    expect(answer).toMatchObject({ success: false, status: 403, data: null });
    expect(answer.message).toContain('bob@example.com');
    expect(desk.get('/api/connections/')).toMatchObject({ data: [{ id }] });
  });

  it('say what their systems ask for', () => {
    expect((desk.get('/api/connections/types').data as object[])[0]).toMatchObject({
      ...{ type: 'bakery', required_fields: ['site', 'apiKey'], auth_types: ['api_key'] },
      fields: [{ name: 'site' }, { name: 'apiKey', secret: true }, { name: 'mood' }],
    });
  });

  it.each([
    ['an unknown system', { ...BAKERY, connection_type: 'sap' }, 'bakery'],
    ['an unknown setting', { ...BAKERY, config: { site: SITE, url: 'x' } }, 'site, apiKey, mood'],
    ['a key in the place of the system', { ...BAKERY, connection_type: SECRET }, '***'],
    ['a missing setting', { ...BAKERY, credentials: {} }, 'Clé'],
    ['an unknown field', { ...BAKERY, cfg: {} }, 'connection_type, name, config'],
    ['nested settings', { ...BAKERY, config: { site: { a: 1 } } }, '« config »'],
    ['another way to sign in', { ...BAKERY, credentials: { auth_type: 'oauth2' } }, 'api_key'],
    ['a switch that is none', { ...BAKERY, auto_sync_enabled: 'yes' }, '« auto_sync_enabled »'],
  ])('with %s are refused, and the message says what there is', (_, body, expected) => {
    for (const path of ['/api/connections/test', '/api/connections/']) {
      const { status, message } = desk.post(path, body);
      expect([status, message]).toEqual([400, expect.stringContaining(expected)]);
    }
    expect(desk.get('/api/connections/').data).toEqual([]);
  });

  it('whose system refuses the key say so without it', () => {
    desk.addOn.machine.faults.http(1, { status: 401, body: `no ${SECRET}` });
    const body = { ...BAKERY, config: { site: SITE, mood: 'online' } };
    const answer = desk.post('/api/connections/test', body);
    expect(answer).toMatchObject({ success: false, status: 502, data: null });
    expect(JSON.stringify([answer, desk.addOn.machine.executions.at(-1)])).not.toContain(SECRET);
  });

  it('fill a tab of the name that the call gives, several with what stands in them', () => {
    const { id } = desk.addOn.save(bakery());
    desk.post(`/api/connections/${id}/sync`, { save_as_dataset: true, dataset_name: 'CRM' });
    desk.addOn.machine.runUntilIdle();
    expect(tabs()).toContain('CRM');
    const both = desk.addOn.save({ ...bakery(), streams: ['loaves', 'cakes'] });
    desk.post(`/api/connections/${both.id}/sync`, { dataset_name: 'Four' });
    desk.addOn.machine.runUntilIdle();
    expect(tabs()).toEqual(expect.arrayContaining(['Four - Pains', 'Four - Gâteaux']));
  });

  it('keep the names of their tabs where no dataset is to be saved', () => {
    const { id } = desk.addOn.save(bakery());
    desk.post(`/api/connections/${id}/sync`, { save_as_dataset: false, dataset_name: 'CRM' });
    desk.addOn.machine.runUntilIdle();
    expect(tabs()).not.toContain('CRM');
    expect(tabs()).toContain('Pains');
  });

  it.each([
    ['x'.repeat(81), 400],
    ['two\nlines', 400],
    [7, 400],
  ])('are not synced into a tab called %j', (dataset_name, status) => {
    const { id } = desk.addOn.save(bakery());
    expect(desk.post(`/api/connections/${id}/sync`, { dataset_name }).status).toBe(status);
    expect(desk.addOn.machine.state.triggers).toEqual([]);
  });

  it('tell how their runs went, and go without their tabs', () => {
    const { id } = desk.addOn.save(bakery());
    desk.post(`/api/connections/${id}/sync`);
    desk.addOn.machine.runUntilIdle();
    expect(desk.get(`/api/connections/${id}/history`)).toMatchObject({
      data: [{ status: 'finished', rows: { read: 2, added: 2, updated: 0, removed: 0 }, message: '' }],
    });
    expect(desk.post(`/api/connections/${id}/delete`)).toMatchObject({ success: true, data: { id } });
    expect(tabs()).toContain('Pains');
    for (const answer of [
      desk.post(`/api/connections/${id}/delete`),
      desk.post(`/api/connections/${id}/sync`),
      desk.get(`/api/connections/${id}/history`),
      desk.get('/api/connections/../history'),
    ]) {
      expect(answer).toMatchObject({ success: false, status: 404 });
    }
  });

  it('are told in English to whoever speaks it', () => {
    desk = openRemoteDesk(project, { locale: 'en' });
    expect(desk.get('/api/connections/').message).toBe('Connections: 0.');
    expect(desk.post('/sync-now')).toMatchObject({
      status: 409,
      message: 'anne@example.com has no connection here yet. Add one: menu Sync > Open Sync.',
    });
  });
});
