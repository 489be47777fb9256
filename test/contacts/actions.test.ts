import type { Project } from '../../local/apps-script/project';
import type { ChoiceView } from '../../src/app/rpc';
import { buildAddOn, NO_WRITES, openOffice, type Office } from './contacts-lab';

let project: Project;
let office: Office;

beforeAll(async () => {
  project = await buildAddOn();
});

beforeEach(() => {
  office = openOffice(project);
});

const JEAN = { nom: 'Dupont', prenom: 'Jean', email: 'jean@example.fr', telephone: '06 12 34 56 78' };
const ZOE = { nom: 'Martin', prenom: 'Zoé', email: 'zoe@example.fr' };

/** Selects rows of the tab Clients, or of another. */
function select(row: number, rows = 1, name = 'Clients'): void {
  const { workbook } = office.addOn;
  const tab = workbook.tabs.find((each) => each.name === name);
  if (!tab) throw new Error(`There is no tab ${name}`);
  workbook.activeTab = tab.id;
  tab.selection = { row: row - 1, column: 0, rows, columns: 1 };
}

function onlyChoice(): ChoiceView {
  const choices = office.call('readChoices');
  if (choices.length !== 1 || !choices[0]) throw new Error(JSON.stringify(choices));
  return choices[0];
}

function decide(value: string): void {
  office.call('decideChoices', [{ id: onlyChoice().id, value }]);
}

function phoneOf(ref: string): string | undefined {
  return office.people.person(ref).phoneNumbers?.[0]?.value;
}

describe('the selected rows', () => {
  it('go to Google alone, and win there', () => {
    const row = office.addClient(JEAN);
    office.addClient(ZOE);
    select(row);
    expect(office.call('pushSelection')).toMatchObject({ state: 'finished', metrics: { created: 1 } });
    expect(office.contacts()).toHaveLength(1);
    const ref = office.refOf(JEAN.email);
    office.edit(JEAN.email, 'telephone', '06 00 00 00 01');
    office.machine.advance(60_000);
    office.editContact(ref, (person) => {
      person.phoneNumbers = [{ value: '06 00 00 00 02' }];
    });
    office.call('pushSelection');
    expect(phoneOf(ref)).toBe('06 00 00 00 01');
    expect(office.journal().map(({ before }) => before)).toContain('06 00 00 00 02');
    expect(office.status(ZOE.email)).not.toMatch(/^Synchronisé/);
  });

  it('are asked for where none is selected, or in another tab', () => {
    office.addClient(JEAN);
    select(1);
    expect(office.ask('pushSelection')).toMatchObject({ ok: false, kind: 'SettingsError' });
    select(2, 1, 'Feuille 1');
    expect(office.ask('pushSelection')).toMatchObject({ ok: false, kind: 'SettingsError' });
  });

  it('go from the menu too, which tells how it went', () => {
    select(office.addClient(JEAN));
    office.addOn.click('pushSelectedRows');
    expect(office.addOn.shown().at(-1)).toMatch(/^toast: Terminé : créés 1/);
  });
});

describe('contacts of Google', () => {
  it('are found by all words, whatever accents and form of the number', () => {
    office.addContact({ ...ZOE, telephone: '+33 6 11 22 33 44' });
    office.addContact(JEAN);
    expect(office.call('listContacts', 'ZOE martin')).toMatchObject({
      total: 1,
      contacts: [{ name: 'Zoé Martin', linked: false }],
    });
    expect(office.call('listContacts', '33611').total).toBe(1);
    expect(office.call('listContacts', '').contacts.map(({ name }) => name)).toEqual(['Jean Dupont', 'Zoé Martin']);
  });

  it('come into the tab when they are chosen, without the label too', () => {
    const ref = office.people.add({
      names: [{ familyName: 'Nguyen' }],
      emailAddresses: [{ value: 'linh@example.fr' }],
    });
    office.addContact(ZOE);
    expect(office.call('pullContacts', [ref])).toMatchObject({ metrics: { created: 1 } });
    expect(office.clients().map(({ email }) => email)).toEqual(['linh@example.fr']);
    expect(office.call('listContacts', 'linh').contacts[0]?.linked).toBe(true);
  });

  it('are looked for again when one of them is gone', () => {
    expect(office.ask('pullContacts', ['people/c1'])).toMatchObject({ ok: false, kind: 'DataError' });
  });

  it('win when they are brought into the tab', () => {
    office.addClient(JEAN);
    office.sync();
    const ref = office.refOf(JEAN.email);
    office.editContact(ref, (person) => {
      person.phoneNumbers = [{ value: '06 00 00 00 02' }];
    });
    office.edit(JEAN.email, 'telephone', '06 00 00 00 01');
    office.call('pullContacts', [ref]);
    expect(office.client(JEAN.email).telephone).toBe('06 00 00 00 02');
    expect(office.journal().map(({ before }) => before)).toContain('06 00 00 00 01');
  });
});

describe('a decision', () => {
  it.each([
    ['recreate', 1],
    ['archive', 0],
  ])('on a contact deleted in Google: %s', (value, contacts) => {
    office.addClient(JEAN);
    office.sync();
    office.people.remove(office.refOf(JEAN.email));
    office.sync();
    expect(onlyChoice()).toMatchObject({ title: 'Jean Dupont (jean@example.fr)' });
    decide(value);
    office.sync();
    expect(office.contacts()).toHaveLength(contacts);
    expect(office.status(JEAN.email)).toBe(
      contacts === 1
        ? 'Synchronisé'
        : 'Archivé : n’est plus synchronisé. « Envoyer les lignes sélectionnées » le reprend',
    );
    expect(office.call('readChoices')).toEqual([]);
    expect(office.call('openContacts').choices).toBe(0);
  });

  it.each([
    ['restoreRow', 1, 1],
    ['archive', 0, 1],
    ['deleteContact', 0, 0],
  ])('on a row deleted in the tab: %s', (value, rows, contacts) => {
    const row = office.addClient(JEAN);
    office.sync();
    office.hands.deleteRow('Clients', row);
    office.sync();
    decide(value);
    office.sync();
    office.sync();
    expect(office.clients()).toHaveLength(rows);
    expect(office.contacts()).toHaveLength(contacts);
    expect(office.call('readChoices')).toEqual([]);
    if (value === 'deleteContact') expect(office.journal().map(({ before }) => before)).toContain(JEAN.telephone);
  });

  it('on several contacts of one address ties the chosen one to the row', () => {
    office.addClient(JEAN);
    const [first, second] = [office.addContact({ ...JEAN, nom: 'Un' }), office.addContact({ ...JEAN, nom: 'Deux' })];
    office.sync();
    expect(
      onlyChoice()
        .options.map(({ value }) => value)
        .sort(),
    ).toEqual([`use:${first}`, `use:${second}`].sort());
    decide(`use:${second}`);
    expect(office.people.person(second).names?.[0]?.familyName).toBe('Dupont');
    expect(office.people.person(first).names?.[0]?.familyName).toBe('Un');
    office.sync();
    expect(office.again()).toEqual(NO_WRITES);
    expect(office.call('readChoices')).toEqual([]);
  });

  it('that does not wait any more changes nothing', () => {
    office.addClient(JEAN);
    office.sync();
    office.mark();
    const decisions = [{ id: 'goneInGoogle/nobody', value: 'archive' }];
    expect(office.ask('decideChoices', decisions)).toMatchObject({ ok: false, kind: 'DataError' });
    expect(office.writes()).toEqual(NO_WRITES);
  });
});

describe('the journal', () => {
  function overwrite(): void {
    office.addClient(JEAN);
    office.sync();
    office.editContact(office.refOf(JEAN.email), (person) => {
      person.phoneNumbers = [{ value: '06 99 99 99 99' }];
    });
    office.sync();
  }

  it('gives a value back to its row, and the next sync to Google', () => {
    overwrite();
    const [entry] = office.call('readJournal');
    expect(entry).toMatchObject({ before: JEAN.telephone, after: '06 99 99 99 99', side: 'sheet', isRestored: false });
    expect(office.call('restoreValue', entry?.id ?? '')).toMatch(/Jean Dupont/);
    expect(office.client(JEAN.email).telephone).toBe(JEAN.telephone);
    expect(office.call('readJournal')[0]?.isRestored).toBe(true);
    office.sync();
    expect(phoneOf(office.refOf(JEAN.email))).toBe(JEAN.telephone);
  });

  it('does so from the menu for the selected line', () => {
    overwrite();
    select(2, 1, 'Journal');
    office.addOn.click('putBackValues');
    expect(office.addOn.shown().at(-1)).toMatch(/^toast: La valeur est remise/);
    expect(office.client(JEAN.email).telephone).toBe(JEAN.telephone);
  });

  it('says what to do when nothing is selected, and when the row is gone', () => {
    overwrite();
    office.addOn.click('putBackValues');
    expect(office.addOn.shown().at(-1)).toMatch(/^alert: Choisissez d’abord/);
    office.hands.deleteRow('Clients', 2);
    expect(office.ask('restoreValue', office.call('readJournal')[0]?.id ?? '')).toMatchObject({
      ok: false,
      kind: 'DataError',
    });
  });
});

describe('starting over', () => {
  it('pairs rows and contacts by address again, and removes nothing', () => {
    office.addClient(JEAN);
    office.addContact(ZOE);
    office.sync();
    office.call('resetContacts');
    office.hands.deleteTab('Clients');
    expect(office.call('resetContacts').tab).toBe('Clients');
    office.sync();
    expect(office.contacts()).toHaveLength(2);
    expect(
      office
        .clients()
        .map(({ email }) => email)
        .sort(),
    ).toEqual([JEAN.email, ZOE.email]);
    expect(office.call('openContacts').counts).toMatchObject({ clients: 2, linked: 2 });
  });
});

describe('ending it', () => {
  it('forgets all but rows, contacts and the journal, and lets somebody else begin', () => {
    office.addClient(JEAN);
    office.sync();
    const page = office.machine.page(project, { email: 'paul@example.com', locale: 'fr' });
    expect(page.call('leaveContacts', [])).toMatchObject({
      value: { ok: true, value: { settings: null, last: null } },
    });
    expect(office.hands.tabs().filter((name) => name.startsWith('_'))).toEqual([]);
    expect([office.clients().length, office.contacts().length]).toEqual([1, 1]);
    expect(Object.keys(office.machine.state.properties.document).filter((name) => name.startsWith('contacts'))).toEqual(
      [],
    );
    const scope = { kind: 'all' };
    const settings = { scope, direction: 'both', tie: 'sheet', hourly: false, atOnce: false };
    expect(page.call('saveContacts', [settings])).toMatchObject({
      value: { ok: true, value: { owner: 'paul@example.com' } },
    });
    expect(page.call('syncContacts', [])).toMatchObject({
      value: { ok: true, value: { state: 'finished', metrics: { created: 1 } } },
    });
    expect(office.machine.people.of({ email: 'paul@example.com' }).people()).toHaveLength(1);
  });

  it('ends the hourly trigger of whoever had it at its next call', () => {
    office = openOffice(project, { settings: { hourly: true } });
    office.machine.page(project, { email: 'paul@example.com', locale: 'fr' }).call('leaveContacts', []);
    expect(office.machine.state.triggers).toHaveLength(1);
    office.machine.advance(3_600_000);
    expect(office.machine.state.triggers).toHaveLength(0);
  });
});

describe('rows of one address', () => {
  it('are told among the decisions, once, without an option', () => {
    office.addClient(JEAN);
    office.addClient({ ...JEAN, nom: 'Durand' });
    office.sync();
    expect(onlyChoice()).toMatchObject({ options: [], text: expect.stringMatching(/lignes 2, 3/i) as string });
    expect(office.call('openContacts')).toMatchObject({ choices: 1, counts: { held: 2 } });
  });
});

describe('what the history tells', () => {
  it('is every sync that somebody asked for, and of others those that did something', () => {
    office = openOffice(project, { settings: { hourly: true } });
    office.addClient(JEAN);
    office.sync();
    office.sync();
    office.machine.advance(5 * 3_600_000);
    expect(office.hands.rows('Historique')).toHaveLength(3);
    expect(office.hands.shown('Historique')[1]?.slice(2)).toEqual([
      ...['Google Contacts', 'Clients et contacts', 'terminé', '1', '1', '0', '0', '3', ''],
      ...[expect.stringMatching(/^contacts-/) as string, '0', '0', '0', '0', 'à la main', ''],
    ]);
  });
});
