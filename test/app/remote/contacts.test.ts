import type { Project } from '../../../local/apps-script/project';
import { bakery, buildAddOn } from '../add-on';
import { officeOn, openOffice, type Office } from '../../contacts/contacts-lab';
import { JEAN, MARIE } from '../../contacts/office-in-step';
import { openRemoteDesk, remoteDeskOn, type RemoteDesk } from './remote-desk';

const BASE = '/api/google-contacts';

let project: Project;
let office: Office;
let desk: RemoteDesk;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  office = openOffice(project);
  desk = remoteDeskOn(office.addOn);
});

describe('contacts from outside', () => {
  it('are ready once they are set up', () => {
    const ready = { authenticated: true, service_available: true };
    expect(desk.get(`${BASE}/status`)).toMatchObject({
      data: { ...ready, credentials_file_exists: true, token_file_exists: true },
    });
    expect(desk.post(`${BASE}/auth`)).toMatchObject({ success: true, data: ready });
    const fresh = openRemoteDesk(project);
    expect(fresh.get(`${BASE}/status`)).toMatchObject({
      ...{ success: true, message: expect.stringContaining('pas encore réglé') as string },
      data: { authenticated: false, credentials_file_exists: false, token_file_exists: true },
    });
  });

  it('say what is missing before', () => {
    const fresh = openRemoteDesk(project);
    for (const path of ['sync-all', 'sync-to-google/x', 'sync-from-google/c1']) {
      expect(fresh.post(`${BASE}/${path}`)).toMatchObject({
        ...{ success: false, status: 400, data: null },
        message: expect.stringContaining('pas encore réglé') as string,
      });
    }
    expect(fresh.get(`${BASE}/list-contacts`)).toMatchObject({ success: false, status: 400 });
    expect(fresh.get(`${BASE}/setup-instructions`)).toMatchObject({
      data: { steps: [{ step: 1 }, { step: 2 }, {}, {}] },
    });
  });

  it('that are somebody else’s stay closed', () => {
    const bob = { as: 'page', person: { email: 'bob@example.com', locale: 'fr' } } as const;
    const fresh = openRemoteDesk(project);
    const settings = { scope: { kind: 'all' }, direction: 'both', tie: 'sheet', hourly: false, atOnce: false };
    fresh.addOn.machine.run(project, 'saveContacts', [settings], bob);
    const answer = fresh.post(`${BASE}/sync-all`);
    expect(answer).toMatchObject({ success: false, status: 400, message: expect.stringContaining('bob@') as string });
    expect(fresh.get(`${BASE}/status`)).toMatchObject({ data: { authenticated: false } });
  });

  it('that the person does not let Sync see are not authenticated', () => {
    office.machine.refusedScopes.add('https://www.googleapis.com/auth/contacts');
    expect(desk.get(`${BASE}/status`)).toMatchObject({ data: { authenticated: false, token_file_exists: false } });
    expect(desk.post(`${BASE}/auth`)).toMatchObject({ success: false, data: null });
  });

  it('are all synced by a run, which says in the history what started it', () => {
    office.addClient(JEAN);
    office.addContact(MARIE);
    const { data, status } = desk.post(`${BASE}/sync-all`);
    expect(status).toBe(202);
    expect(desk.follow((data as { readonly run: string }).run)).toMatchObject({
      data: { state: 'finished', connections: [{ id: 'contacts', name: 'Google Contacts', state: 'finished' }] },
    });
    expect(office.clients()).toHaveLength(2);
    expect(office.contacts()).toHaveLength(2);
    expect(office.hands.rows('Historique').at(-1)?.join()).toContain('appel à distance');
    expect(office.machine.state.triggers).toEqual([]);
  });

  it('tell of a run that failed', () => {
    office.addClient(JEAN);
    const { data } = desk.post(`${BASE}/sync-all`);
    office.machine.refusedScopes.add('https://www.googleapis.com/auth/contacts');
    expect(desk.follow((data as { readonly run: string }).run)).toMatchObject({
      data: { state: 'failed', connections: [{ state: 'failed', message: expect.stringMatching(/./) as string }] },
    });
  });

  it('that wait until tomorrow keep no connection waiting', () => {
    const { id } = office.addOn.save(bakery());
    const tally = { created: 0, updated: 0, skipped: 0, conflicts: 0, held: 0, errors: 0, calls: 0 };
    const paused = { tally: { ...tally, clients: 0, linked: 0, choices: 0 }, until: office.machine.state.now + 8e7 };
    office.machine.state.properties.document['contacts.run'] = JSON.stringify({ startedAt: 1, ...paused });
    const contacts = desk.post(`${BASE}/sync-all`).data as { readonly run: string };
    const { run } = desk.post(`/api/connections/${id}/sync`).data as { readonly run: string };
    office.machine.advance(60_000);
    expect(desk.get(`/runs/${run}`)).toMatchObject({ data: { state: 'finished' } });
    expect(desk.get(`/runs/${contacts.run}`)).toMatchObject({ data: { state: 'paused' } });
  });

  it('are listed with the names that the client’s documents give them', () => {
    const ref = office.addContact(MARIE);
    expect(desk.get(`${BASE}/list-contacts`)).toMatchObject({
      message: 'Contacts trouvés dans Google : 1.',
      data: [
        { google_id: ref, nom: 'Curie', prenom: 'Marie', email: 'marie@x.fr', etag: expect.any(String) as string },
      ],
    });
  });
});

describe('a single client', () => {
  it('goes to Google by its address, then by its sync_id', () => {
    office.addClient(JEAN);
    const created = desk.post(`${BASE}/sync-to-google/JEAN@x.fr`);
    const google_id = office.refOf('jean@x.fr');
    expect(created).toMatchObject({ success: true, data: { google_id, action: 'created' } });
    const id = office.client('jean@x.fr').id;
    office.edit('jean@x.fr', 'ville', 'Paris');
    expect(desk.post(`${BASE}/sync-to-google/${id}`).data).toEqual({ google_id, action: 'updated' });
    expect(desk.post(`${BASE}/sync-to-google/${id}`).data).toEqual({ google_id, action: 'unchanged' });
  });

  it('that has no row, or cannot be synced, is told', () => {
    expect(desk.post(`${BASE}/sync-to-google/nobody@x.fr`)).toMatchObject({ success: false, status: 404 });
    office.addClient(JEAN);
    office.addClient({ ...JEAN, nom: 'Autre' });
    expect(desk.post(`${BASE}/sync-to-google/jean@x.fr`)).toMatchObject({ success: false, status: 409, data: null });
  });

  it.each([
    ['people/c123', (ref: string) => ref],
    ['people%2Fc123', (ref: string) => encodeURIComponent(ref)],
    ['c123', (ref: string) => ref.replace('people/', '')],
  ])('comes from Google by a name such as %s', (_, toId) => {
    const ref = office.addContact(MARIE);
    const created = desk.post(`${BASE}/sync-from-google/${toId(ref)}`);
    expect(created).toMatchObject({ data: { client_id: office.client('marie@x.fr').id, action: 'created' } });
    expect(desk.post(`${BASE}/sync-from-google/${ref}`)).toMatchObject({ data: { action: 'unchanged' } });
  });

  it('that Google does not know, or whose name is none, is told', () => {
    expect(desk.post(`${BASE}/sync-from-google/people/c0`)).toMatchObject({ success: false, status: 502 });
    expect(desk.post(`${BASE}/sync-from-google/people/../x`)).toMatchObject({ success: false, status: 400 });
  });

  it('waits while something else is under way', () => {
    office.addClient(JEAN);
    const meanwhile: unknown[] = [];
    office.machine.resetCalls();
    office.machine.faults.hook('before', 1, () => meanwhile.push(desk.post(`${BASE}/sync-to-google/jean@x.fr`)), {
      method: 'Lock.releaseLock',
    });
    officeOn(office.addOn).sync();
    expect(meanwhile).toMatchObject([{ success: false, status: 503 }]);
  });
});
