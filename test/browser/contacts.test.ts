import type { Desk, DeskContact, DeskContacts } from '../../local/workbench/protocol';
import type { ContactsSettings } from '../../src/app/rpc';
import { findFaults } from './find-faults';
import { focusOf, tabTo } from './focus';
import { createHands, type Hands } from './hands';
import { PROBES } from './probes';
import { createReader, type Reader } from './reader';
import { type Visit, visit } from './visit';

const ANNE = 'anne@example.com';
const PAUL = 'paul@example.com';

/** Nothing but contacts is read here. */
const SIZES = { folders: 1, orders: 1, tickets: 1 };

jest.setTimeout(60_000);

let here: Visit;
let hands: Hands;
let reader: Reader;
const say = (fr: string, en: string): string => reader.say(fr, en);

beforeAll(async () => {
  here = await visit(SIZES, PROBES);
  hands = createHands(here);
  reader = await createReader(here);
});
afterAll(() => here.end());
afterEach(async () => {
  await here.order({ do: 'noFaults' });
  await here.order({ do: 'speed', factor: 0 });
});

describe.each(['fr', 'en'] as const)('in %s, at 300 pixels and for WCAG AA, nothing is wrong with', (tongue) => {
  beforeAll(async () => {
    await here.call(ANNE, 'startAfresh');
    await reader.open();
    await reader.speak(tongue);
  });

  it('the way from nothing to the first sync', async () => {
    await reader.goTo('Contacts');
    await reader.page.getByRole('button', { name: 'Clients (4)' }).waitFor();
    await reader.look('questions');
    await reader.page.getByLabel(say('Nom du libellé', 'Name of the label')).fill('');
    await reader.press(say('Enregistrer', 'Save'));
    await reader.look('question without an answer');
    await reader.press('Clients (4)');
    await reader.press(say('Enregistrer', 'Save'));
    await see(say('C’est enregistré', 'It is saved'));
    await reader.look('contacts before the first sync');
    await reader.press(say('Aperçu', 'Preview'));
    await reader.page.getByRole('table').waitFor();
    await reader.look('preview');
    await here.order({ do: 'speed', factor: 12 });
    await reader.press(say('Synchroniser', 'Sync'));
    await see(say('Synchronisation des contacts…', 'Syncing the contacts…'));
    await reader.look('sync under way');
    await here.order({ do: 'speed', factor: 0 });
    await reader.page.locator('.told .notice.success').waitFor();
    await reader.look('end of a sync');
    await seeEnd();
    expect(reader.takeFaults()).toEqual([]);
  });

  it('what was replaced, what waits, and what can be chosen', async () => {
    const phone = say('07 00 00 00 00', '07 11 11 11 11');
    await here.order({ do: 'editContact', contact: await contactOf('Hélène Martin'), phone });
    await here.order({ do: 'removeContact', contact: await contactOf('Jean Dupont') });
    await reader.press(say('Synchroniser', 'Sync'));
    await seeEnd();
    await reader.press(/^Journal/);
    await reader.page.getByRole('article').waitFor();
    await reader.look('journal');
    await reader.press(/^(Remettre|Put back)\s?:/);
    await reader.press(say('Retour', 'Back'));
    await reader.press(say('À décider (1)', 'To decide (1)'));
    await reader.page.getByRole('radio').first().waitFor();
    await reader.look('choices');
    await reader.press(say('Retour', 'Back'));
    await reader.press(say('Choisir des contacts Google…', 'Choose Google contacts…'));
    await reader.page.getByRole('checkbox').first().check();
    await reader.look('contacts to choose from');
    await here.order({ do: 'restoreContact', contact: await trashed('Jean Dupont') });
    expect(reader.takeFaults()).toEqual([]);
  });

  it('the way to turn Google Contacts on', async () => {
    await here.order({ do: 'fault', fault: 'contactsOff' });
    await reader.goTo('Contacts');
    await see(say('Activer Google Contacts', 'Turn on Google Contacts'));
    await reader.press(say('Vérifier de nouveau', 'Check again'));
    await see(say('n’est toujours pas activé', 'still not turned on'));
    await reader.look('service that is off');
    await here.order({ do: 'noFaults' });
    await reader.press(say('Vérifier de nouveau', 'Check again'));
    await reader.page.getByRole('article').waitFor();
    expect(reader.takeFaults()).toEqual([]);
  });

  it('a sync that is paused, and one that is stopped because too much would change', async () => {
    await here.order({ do: 'fault', fault: 'contactsBusy' });
    await reader.press(say('Synchroniser', 'Sync'));
    await reader.page.getByRole('article').getByText(say('En pause', 'Paused')).waitFor();
    await reader.look('sync that is paused');
    await here.order({ do: 'noFaults' });
    await here.order({ do: 'advance', ms: 600_000 });
    await here.call(ANNE, 'deleteRows', 'Clients', 2, 4);
    await reader.press(say('Synchroniser', 'Sync'));
    await see(say('Par prudence', 'To be safe'));
    await reader.look('sync that is stopped');
    await reader.press(say('Aperçu', 'Preview'));
    await reader.press(say('Synchroniser quand même…', 'Sync all the same…'));
    await reader.look('question whether so much is meant');
    await reader.press(say('Annuler', 'Cancel'));
    expect(reader.takeFaults()).toEqual([]);
  });

  it('a refusal, the settings, a new start and the help', async () => {
    await reader.goTo('Contacts');
    await here.order({ do: 'fault', fault: 'contactsDenied' });
    await reader.press(say('Aperçu', 'Preview'));
    await reader.page.getByRole('alert').waitFor();
    await reader.look('refusal');
    await here.order({ do: 'noFaults' });
    await reader.goTo('Contacts');
    await reader.press(say('Réglages des contacts', 'Contacts settings'));
    await reader.page.getByRole('radio', { name: /^(Tous|All)/ }).check();
    await reader.look('settings');
    await reader.press(say('Annuler', 'Cancel'));
    await reader.look('settings that would be lost');
    await reader.press(say('Quitter', 'Leave'));
    await reader.press(say('Recommencer à zéro…', 'Start over…'));
    await reader.look('new start');
    await reader.press(say('Recommencer', 'Start over'));
    await see(say('Sync a oublié', 'Sync has forgotten'));
    await reader.press(say('Aide sur les contacts', 'Help with contacts'));
    await reader.look('help with contacts');
    expect(reader.takeFaults()).toEqual([]);
  });
});

describe('the owner of the contacts', () => {
  beforeAll(async () => {
    await here.call(ANNE, 'startAfresh');
    await here.call(ANNE, 'saveContacts', SETTINGS);
    await here.call(ANNE, 'syncContacts');
    await reader.open();
    await reader.speak('fr');
  });
  beforeEach(() => reader.goTo('Contacts'));

  it('sends the selected rows', async () => {
    const [row, column] = await cellOf('Hélène', 'telephone');
    const tab = await tabOf('Clients');
    await here.order({ do: 'type', tab, row, column, text: '06 99 99 99 99' });
    await here.order({ do: 'select', tab, row, column: 1, rows: 1, columns: 3 });
    await reader.press(/^Envoyer les lignes sélectionnées/);
    await seeEnd();
    expect((await find('Hélène Martin'))?.phone).toBe('06 99 99 99 99');
  });

  it('searches contacts and brings those into the tab that they check', async () => {
    await reader.press('Choisir des contacts Google…');
    await reader.page.getByLabel('Nom ou adresse e-mail').fill('mamie');
    await reader.page.keyboard.press('Enter');
    await see('1 contact trouvé.');
    await reader.page.getByRole('checkbox', { name: 'Mamie' }).check();
    await reader.press('Mettre dans l’onglet (1)');
    await reader.page.getByRole('checkbox', { name: 'déjà relié' }).waitFor();
    expect((await cellOf('Mamie', 'email'))[0]).toBe(6);
  });

  it('puts a value back that was replaced', async () => {
    await here.order({ do: 'editContact', contact: await contactOf('Inès Kervella'), phone: '01 01 01 01 01' });
    await reader.press('Synchroniser');
    await seeEnd();
    await reader.press(/^Journal/);
    await reader.page.getByRole('button', { name: /^Remettre\s: .*Inès/ }).click();
    await reader.page.getByRole('article', { name: 'Inès' }).getByText('Remise').waitFor();
    expect(await focusedOn(reader)).toBe('Journal');
  });

  it('is asked once more before a decision deletes something', async () => {
    const [row] = await cellOf('Ehrmann', 'nom');
    await here.call(ANNE, 'deleteRows', 'Clients', row, 1);
    await reader.press('Synchroniser');
    await seeEnd();
    await reader.press('À décider (1)');
    await reader.page.locator('label', { has: reader.page.locator('.error') }).click();
    await reader.press('Appliquer (1)');
    await reader.press('Annuler');
    expect(await find('Paul Ehrmann')).toBeDefined();
    await reader.press('Appliquer (1)');
    await reader.press('Supprimer');
    await see('Rien n’attend votre décision.');
    expect(await find('Paul Ehrmann')).toBeUndefined();
    expect(await focusedOn(reader)).toBe('À décider');
  });
});

describe('somebody else', () => {
  it('sees whose contacts they are, and can change nothing', async () => {
    const paul = await here.open(here.pageOf(PAUL), 285);
    await paul.getByRole('button', { name: 'Contacts' }).click();
    await paul.getByText('Google account: anne@example.com').waitFor();
    await paul.getByText('Not yours').waitFor();
    expect(await paul.getByRole('main').getByRole('button').allTextContents()).toEqual([
      'Help with contacts',
      'No longer sync…',
    ]);
    expect(await findFaults(paul, 'en')).toEqual([]);
  });
});

describe('the keyboard alone', () => {
  it('sets the contacts up and syncs them, with the focus always seen', async () => {
    const { page, sidebar } = here;
    await here.call(ANNE, 'startAfresh');
    await hands.openSync();
    await tabTo(page, /^Contacts$/);
    await page.keyboard.press('Enter');
    await sidebar.getByRole('button', { name: /^Clients \(\d\)/ }).waitFor();
    await tabTo(page, /^Enregistrer$/);
    await page.keyboard.press('Enter');
    await sidebar.getByText('C’est enregistré').waitFor();
    expect(await focusOf(page)).toMatchObject({ name: 'Contacts', tag: 'H1' });
    await tabTo(page, /^Aperçu$/);
    await page.keyboard.press('Enter');
    await sidebar.getByRole('table').waitFor();
    expect(await focusOf(page)).toMatchObject({ name: 'Aperçu', tag: 'H1' });
    await tabTo(page, /^Synchroniser$/);
    await page.keyboard.press('Enter');
    await sidebar.getByRole('button', { name: 'Fermer ce message' }).waitFor();
    expect((await focusOf(page)).isInSidebar).toBe(true);
    await tabTo(page, /^Réglages des contacts$/);
    await page.keyboard.press('Enter');
    await sidebar.getByRole('heading', { name: 'Réglages des contacts' }).waitFor();
    expect(await focusOf(page)).toMatchObject({ name: 'Réglages des contacts', tag: 'H1' });
  });
});

const SETTINGS: ContactsSettings = {
  scope: { kind: 'label', name: 'Clients' },
  ...{ direction: 'both', tie: 'sheet', hourly: false, atOnce: false },
};

function see(text: string): Promise<void> {
  return reader.page.getByText(text).first().waitFor();
}

/** Waits until a sync has ended well, and closes what says so. */
async function seeEnd(): Promise<void> {
  await reader.page.locator('.told .notice.success').waitFor();
  await reader.press(say('Fermer ce message', 'Close this message'));
}

async function focusedOn({ page }: Reader): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent');
}

function readContacts(): Promise<DeskContacts> {
  return here.order<DeskContacts>({ do: 'contacts' });
}

/** A contact in Google Contacts, by its name. */
async function find(name: string): Promise<DeskContact | undefined> {
  return (await readContacts()).contacts.find((contact) => contact.name === name);
}

async function contactOf(name: string): Promise<string> {
  return (await find(name))?.contact ?? `no ${name}`;
}

async function trashed(name: string): Promise<string> {
  return (await readContacts()).trash.find((contact) => contact.name === name)?.contact ?? `no ${name}`;
}

async function tabOf(name: string): Promise<number> {
  const { tabs } = await here.order<Desk>({ do: 'look' });
  return tabs.find((tab) => tab.name === name)?.id ?? -1;
}

/** The row in which a text stands and a column by its header, counted from 1. */
async function cellOf(text: string, header: string): Promise<readonly [number, number]> {
  const rows = await here.call<string[][]>(ANNE, 'readValues', '', 'Clients');
  return [rows.findIndex((row) => row.includes(text)) + 1, (rows[0]?.indexOf(header) ?? -1) + 1];
}
