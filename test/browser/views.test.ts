import type { Page } from 'playwright-core';
import type { ConnectionView, Language, Result } from '../../src/app/rpc';
import { findFaults } from './find-faults';
import { type Visit, visit } from './visit';

const ANNE = 'anne@example.com';
const PAUL = 'paul@example.com';
const KEY = 'local-wedof-key';
/** Google's sidebar is 300 pixels wide, a scroll bar included. */
const WIDTH = 285;

jest.setTimeout(60_000);

let here: Visit;
let sidebar: Page;
let language: Language;
let faults: string[];

beforeAll(async () => {
  here = await visit({ folders: 10, orders: 10, tickets: 10 });
  sidebar = await here.open('about:blank', WIDTH);
  await openSidebar();
});
afterAll(() => here.end());
beforeEach(() => {
  faults = [];
});
afterEach(async () => {
  await here.order({ do: 'noFaults' });
  await here.order({ do: 'speed', factor: 0 });
});

describe.each(['fr', 'en'] as const)('in %s, at 300 pixels and for WCAG AA, nothing is wrong with', (tongue) => {
  beforeAll(async () => {
    language = tongue;
    await goTo(/^(Réglages|Settings)$/);
    await press(tongue === 'fr' ? 'Français' : 'English');
    await sidebar.getByRole('button', { name: say('Réglages', 'Settings') }).waitFor();
  });

  it('the way from nothing to a form of each source', async () => {
    await goTo(say('Connexions', 'Connections'));
    await look('connections, empty');
    for (const source of ['Wedof', 'Template', 'Zendesk']) {
      await press(say('Ajouter une connexion', 'Add a connection'));
      await press(new RegExp(`^${source}`));
      await press(say('Tester', 'Test'));
      await sidebar.locator('[aria-invalid]').first().waitFor();
      await look(`form of ${source}`);
      await press(say('Annuler', 'Cancel'));
    }
    await press(say('Ajouter une connexion', 'Add a connection'));
    await look('sources');
    expect(faults).toEqual([]);
  });

  it('a run, how it ends and what it leaves', async () => {
    const title = `Wedof ${language}`;
    const id = await save(ANNE, title);
    await here.order({ do: 'speed', factor: 5 });
    await press(say(`Synchroniser : ${title}`, `Sync: ${title}`));
    await sidebar.getByText(say('Types de données terminés', 'Kinds of records done')).waitFor();
    await look('run under way');
    await here.order({ do: 'speed', factor: 0 });
    await sidebar.getByText(say('Terminé.', 'Finished.')).waitFor();
    await look('end of a run');
    await here.order({ do: 'fault', fault: 'refused' });
    await press(say(`Synchroniser : ${title}`, `Sync: ${title}`));
    await sidebar.getByText(say('Terminé, avec des échecs.', 'Finished, with failures.')).waitFor();
    await press(say(`Actions : ${title}`, `Actions: ${title}`));
    await look('run that failed');
    await press(say('Modifier', 'Edit'));
    await look('form of a connection that is there');
    await goTo(say('Historique', 'History'));
    await sidebar.getByLabel(say('Connexion', 'Connection')).selectOption(title);
    await sidebar.getByRole('article').nth(1).waitFor();
    await look('history');
    await here.call(ANNE, 'removeConnection', id, 'delete');
    expect(faults).toEqual([]);
  });

  it('the questions, the settings and the help', async () => {
    const title = `Wedof ${language}`;
    const ids = [await save(PAUL, 'Paul'), await save(ANNE, title)];
    await press(say(`Actions : ${title}`, `Actions: ${title}`));
    await press(say('Renommer', 'Rename'));
    await look('new name');
    await press(say('Annuler', 'Cancel'));
    await press(say(`Actions : ${title}`, `Actions: ${title}`));
    await press(say('Supprimer…', 'Delete…'));
    await look('removal');
    await press(say('Annuler', 'Cancel'));
    await goTo(say('Réglages', 'Settings'));
    await press(say('Exporter', 'Export'));
    await press(say('Importer', 'Import'));
    await sidebar.getByRole('alert').waitFor();
    await look('settings');
    await press(say('Renouveler le chiffrement…', 'Renew the encryption…'));
    await look('renewal');
    await press(say('Renouveler', 'Renew'));
    await goTo(say('Aide', 'Help'));
    await look('help');
    await Promise.all(ids.map((id) => here.call(ANNE, 'removeConnection', id, 'delete')));
    expect(faults).toEqual([]);
  });
});

/** A new connection, which a sidebar that is opened anew shows. */
async function save(person: string, title: string): Promise<string> {
  const draft = { connector: 'wedof', title, settings: { apiKey: KEY } };
  const saved = await here.call<Result<ConnectionView>>(person, 'saveConnection', draft);
  if (!saved.ok) throw new Error(saved.details);
  await openSidebar();
  await sidebar.getByRole('article', { name: title }).waitFor();
  return saved.value.id;
}

async function openSidebar(): Promise<void> {
  await here.order({ do: 'click', functionName: 'openSidebar' });
  await sidebar.goto(here.pageOf(ANNE));
}

async function goTo(place: string | RegExp): Promise<void> {
  await sidebar.getByRole('navigation').getByRole('button', { name: place }).click();
}

async function press(name: string | RegExp): Promise<void> {
  await sidebar.getByRole('button', { name, exact: true }).click();
}

function say(fr: string, en: string): string {
  return language === 'fr' ? fr : en;
}

/** Looks at what is shown, all that can be opened open. */
async function look(view: string): Promise<void> {
  await sidebar.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true })`);
  const found = await findFaults(sidebar, language);
  faults.push(...found.map((fault) => `${view} ${fault}`));
}
