import { createMachine } from '../../local/apps-script/machine';
import type { Project } from '../../local/apps-script/project';
import type { ContactsSettings } from '../../src/app/rpc';
import { openAddOn } from '../app/add-on';
import { buildAddOn, openOffice, type Office } from './contacts-lab';

let project: Project;

beforeAll(async () => {
  project = await buildAddOn();
});

const JEAN = { nom: 'Dupont', prenom: 'Jean', email: 'jean@example.fr' };
const SETTINGS: ContactsSettings = {
  scope: { kind: 'label', name: 'Clients' },
  ...{ direction: 'both', tie: 'sheet', hourly: false, atOnce: false },
};
const HOUR = 3_600_000;

function handlers({ machine }: Office): string[] {
  return machine.state.triggers.map(({ handler }) => handler).sort();
}

describe('setting up', () => {
  it('makes the tab with its help, in plain text, its last column hidden, and the label', () => {
    const { hands, people, addOn } = openOffice(project);
    const [header = []] = hands.rows('Clients');
    expect(header).toEqual([
      ...['nom', 'prenom', 'email', 'telephone', 'adresse', 'ville', 'code_postal', 'entreprise', 'fonction'],
      ...['Statut', 'Modifié le', 'sync_id'],
    ]);
    expect(hands.note('Clients', 'C1')).toMatch(/Adresse e-mail, une seule/);
    hands.type('Clients', 'D2', '0612345678');
    hands.type('Clients', 'G2', '01000');
    expect(hands.rows('Clients')[1]?.slice(3, 7)).toEqual(['0612345678', '', '', '01000']);
    const tab = addOn.workbook.tabs.find(({ name }) => name === 'Clients');
    expect([...(tab?.hiddenColumns ?? [])]).toEqual([11]);
    expect(people.groups().map(({ name }) => name)).toContain('Clients');
  });

  it('takes over the list that the user has, as the screen shows it', () => {
    const tab = [
      ['Société', 'Prénom', 'NOM', 'E-mail', 'Tél', 'Notes', 'CP'],
      ['ACME', 'Jean', 'Dupont', 'jean@example.fr', '0612345678', '=1+1', '01000'],
    ];
    const office = openOffice(project, { tab });
    expect(office.hands.rows('Clients')[0]).toEqual([
      ...['Société', 'Prénom', 'NOM', 'E-mail', 'Tél', 'Notes', 'CP'],
      ...['adresse', 'ville', 'fonction', 'Statut', 'Modifié le', 'sync_id'],
    ]);
    // Typed into automatic cells, both lost their first zero, which they get back on their way to Google.
    expect(office.hands.rows('Clients')[1]?.slice(4, 7)).toEqual(['612345678', 2, '1000']);
    office.sync();
    const [contact] = office.people.people();
    expect(contact?.phoneNumbers?.[0]?.value).toBe('06 12 34 56 78');
    expect(contact?.addresses?.[0]?.postalCode).toBe('01000');
  });

  it('finds a label that is there, whatever its case', () => {
    const addOn = openAddOn(project);
    addOn.machine.people.addGroup('clients');
    expect(addOn.call('saveContacts', SETTINGS)).toMatchObject({
      ok: true,
      value: { settings: { scope: { name: 'clients' } } },
    });
    expect(addOn.machine.people.groups().filter(({ name }) => /clients/i.test(name))).toHaveLength(1);
  });

  it('makes and ends the triggers that are wanted', () => {
    const office = openOffice(project, { settings: { hourly: true, atOnce: true } });
    expect(handlers(office)).toEqual(['hourlyTick', 'syncEdited']);
    office.call('saveContacts', { ...SETTINGS, hourly: true, atOnce: true });
    expect(handlers(office)).toEqual(['hourlyTick', 'syncEdited']);
    office.call('saveContacts', SETTINGS);
    expect(handlers(office)).toEqual([]);
  });

  it.each([
    ['a scope that is none', { ...SETTINGS, scope: { kind: 'some' } }],
    ['a blank label', { ...SETTINGS, scope: { kind: 'label', name: ' ' } }],
    ['a direction that is none', { ...SETTINGS, direction: 'up' }],
    ['nothing', null],
  ])('refuses %s', (_, settings) => {
    expect(openAddOn(project).call('saveContacts', settings)).toMatchObject({ ok: false, kind: 'SettingsError' });
  });

  it('belongs to whoever did it: others read how it is, and cannot change it', () => {
    const office = openOffice(project);
    const page = office.machine.page(project, { email: 'paul@example.com', locale: 'en' });
    expect(page.call('openContacts', [])).toMatchObject({
      value: { ok: true, value: { isMine: false, owner: 'anne@example.com' } },
    });
    for (const [name, args] of [
      ['saveContacts', [SETTINGS]],
      ['previewContacts', []],
      ['resetContacts', []],
    ] as const) {
      expect(page.call(name, [...args])).toMatchObject({
        value: { ok: false, advice: expect.stringMatching(/anne@example.com/) as string },
      });
    }
  });

  it('asks to be done before anything is synced', () => {
    expect(openAddOn(project).call('syncContacts')).toMatchObject({ ok: false, kind: 'SettingsError' });
  });
});

describe('the menu', () => {
  it('leads to the sidebar before the first sync, and syncs after it', () => {
    const office = openOffice(project);
    office.addOn.click('syncContactsNow');
    expect(office.addOn.page().view).toEqual({ name: 'contacts' });
    office.addClient(JEAN);
    office.sync();
    office.addOn.click('syncContactsNow');
    expect(office.addOn.shown().at(-1)).toMatch(/^toast: Terminé : créés 0/);
  });
});

describe('by itself', () => {
  it('each hour brings what changed in Google into the tab', () => {
    const office = openOffice(project, { settings: { hourly: true } });
    office.addClient(JEAN);
    office.sync();
    office.editContact(office.refOf(JEAN.email), (person) => {
      person.phoneNumbers = [{ value: '06 11 11 11 11' }];
    });
    office.machine.advance(HOUR);
    expect(office.client(JEAN.email).telephone).toBe('06 11 11 11 11');
  });

  it('takes an edited row to Google at once', () => {
    const office = openOffice(project, { settings: { atOnce: true } });
    office.addClient(JEAN);
    expect(office.contacts()).toHaveLength(1);
    office.edit(JEAN.email, 'telephone', '06 22 22 22 22');
    expect(office.people.people()[0]?.phoneNumbers?.[0]?.value).toBe('06 22 22 22 22');
    expect(office.status(JEAN.email)).toBe('Synchronisé');
  });
});

describe('an edit', () => {
  it('is stamped, row by row, with few calls and no right but those of a simple trigger', () => {
    const office = openOffice(project);
    const row = office.addClient(JEAN);
    const [stamp] = office.hands
      .rows('Clients')
      .slice(1)
      .map((cells) => cells[10]);
    expect(stamp).toBeInstanceOf(Date);
    expect(office.status(JEAN.email)).toBe('À synchroniser');
    const tab = office.addOn.workbook.tabs.find(({ name }) => name === 'Clients');
    const [edited] = office.machine.edited({ tab: tab?.id ?? 0, row, column: 1, value: 'X' });
    expect(edited?.status).toBe('done');
    expect(costly(edited?.calls ?? {})).toBe(4);
    const [elsewhere] = office.machine.edited({
      tab: office.addOn.workbook.tabs[0]?.id ?? 0,
      row: 2,
      column: 1,
      value: 'X',
    });
    expect(costly(elsewhere?.calls ?? {})).toBe(1);
  });

  it('of the header, of a column that is not synced, and of a row that is empty now stamps nothing', () => {
    const office = openOffice(project);
    office.edit(1, 'nom', 'nom');
    office.edit(5, 'nom', 'X');
    office.edit(5, 'nom', '');
    expect(
      office.hands
        .rows('Clients')
        .slice(1)
        .flat()
        .filter((cell) => cell !== ''),
    ).toEqual([]);
  });
});

describe('where Google refuses', () => {
  it('says how the service is turned on', () => {
    const office = openOffice(project);
    const off = { ...project, advancedServices: ['Sheets', 'Drive'] };
    const outcome = office.machine.run(off, 'syncContacts', [], { as: 'page' });
    expect(outcome).toMatchObject({ value: { ok: false, advice: expect.stringMatching(/People API/) as string } });
    expect(office.machine.run(off, 'openContacts', [], { as: 'page' })).toMatchObject({
      value: { value: { service: 'off' } },
    });
  });

  it('says so when it grants no trigger', () => {
    const machine = createMachine({ email: 'anne@example.com' });
    machine.refusedScopes.add('https://www.googleapis.com/auth/script.scriptapp');
    const outcome = machine.run(project, 'saveContacts', [{ ...SETTINGS, hourly: true }], { as: 'page' });
    expect(outcome).toMatchObject({ value: { ok: false, field: 'hourly' } });
  });
});

/** Calls that reach Google's servers: cells and properties. */
function costly(calls: Readonly<Record<string, number>>): number {
  const counted = /^(Range\.(getValues|setValues)|Properties\.|Sheets\.)/;
  return Object.entries(calls).reduce((sum, [name, count]) => sum + (counted.test(name) ? count : 0), 0);
}
