import type { Desk } from '../../local/workbench/protocol';
import type { ConnectionView, Draft, Progress, Result } from '../../src/app/rpc';
import { secretForms } from '../fixtures/secret-forms';
import { createVendorInMemory } from '../fixtures/vendor-in-memory';
import { focusOf, tabOut, tabTo } from './focus';
import { createHands, type Hands } from './hands';
import { PROBES } from './probes';
import { type Visit, visit } from './visit';

const ANNE = 'anne@example.com';
const PAUL = 'paul@example.com';
const SIZES = { folders: 30, orders: 20, tickets: 25 };
const KEY = 'local-wedof-key';
const WRONG_KEY = 'not-the-wedof-key-0815';
const ZENDESK_SECRET = 'local-zendesk-secret';
const SITE = 'https://atelier-exemple.fr';
const SITE_KEY = 'local-template-key';
const template: Draft = { connector: 'template', settings: { baseUrl: SITE, apiKey: SITE_KEY } };

jest.setTimeout(60_000);

let here: Visit;
let hands: Hands;

beforeAll(async () => {
  here = await visit(SIZES, PROBES);
  hands = createHands(here);
});
afterAll(() => here.end());
afterEach(async () => {
  await here.order({ do: 'noFaults' });
  await here.order({ do: 'speed', factor: 0 });
});

describe('a new user', () => {
  it('fills the tabs of Wedof with nine clicks at most, and watches how it goes', async () => {
    const { click, button } = hands;
    await hands.openSync();
    await click(button('Ajouter une connexion'));
    await click(button(/^Wedof/));
    await hands.field('Clé d’API').fill(KEY);
    await click(button('Tester'));
    await here.sidebar.getByText('Connecté à Wedof').waitFor();
    await here.order({ do: 'speed', factor: 20 });
    await click(button('Enregistrer et synchroniser'));
    await hands.seeProgress();
    await here.order({ do: 'speed', factor: 0 });
    await hands.seeEnd();
    await click(hands.tab('Dossiers de formation'));
    await hands.row(2).waitFor();
    expect(hands.clicks).toBeLessThanOrEqual(9);
  });

  it.each([
    ['Dossiers de formation', 'registrationFolders'],
    ['Utilisateurs', 'users'],
    ['Enquêtes', 'surveys'],
  ])('sees as many rows in %s as Wedof counts', async (name, kind) => {
    const wedof = createVendorInMemory('wedof', { folders: SIZES.folders }, () => Date.now());
    await hands.tab(name).click();
    await hands.seeRows(wedof.records(kind).length);
  });

  it('is told at the field that a key is wrong and what to do, and goes on from there', async () => {
    await hands.openSync();
    await hands.button('Ajouter une connexion').click();
    await hands.button(/^Wedof/).click();
    await hands.field('Clé d’API').fill(WRONG_KEY);
    await hands.button('Tester').click();
    await here.sidebar.getByRole('alert').waitFor();
    expect(await focusOf(here.page)).toMatchObject({ name: 'Clé d’API', isInvalid: true });
    expect((await focusOf(here.page)).description).toContain('ne reconnaît pas la clé');
    await hands.field('Clé d’API').fill(KEY);
    await hands.button('Tester').click();
    await here.sidebar.getByText('Connecté à Wedof').waitFor();
    await hands.button('Annuler').click();
    await hands.button('Quitter').click();
  });
});

describe('a connection to Zendesk', () => {
  it('fills a tab of another name, then another spreadsheet', async () => {
    const zendesk = createVendorInMemory('zendesk', { tickets: SIZES.tickets }, () => Date.now());
    const tickets = zendesk.records('tickets').filter(({ status }) => status !== 'deleted');
    const { button, field, section } = hands;
    await hands.openSync();
    await button('Ajouter une connexion').click();
    await button(/^Zendesk/).click();
    await field('Sous-domaine').fill('acme');
    await field('Identifiant du client OAuth').fill('sync');
    await field('Secret du client OAuth').fill(ZENDESK_SECRET);
    await section('Onglets et feuille cible').click();
    await here.sidebar.getByRole('textbox', { name: 'Tickets' }).fill('Demandes');
    await button('Tester').click();
    await button('Enregistrer et synchroniser').click();
    await hands.seeEnd();
    await hands.tab('Demandes').click();
    await hands.seeRows(tickets.length);

    const other = await here.call<string>(ANNE, 'addSpreadsheet', 'Autre classeur');
    await button('Fermer ce message').click();
    await button('Actions : Zendesk').click();
    await button('Modifier').click();
    await section('Onglets et feuille cible').click();
    await field('Adresse de la feuille de calcul').fill(other);
    await button('Enregistrer').click();
    await button('Synchroniser : Zendesk').click();
    await hands.seeEnd();
    expect(await here.call(ANNE, 'readValues', other, 'Demandes')).toHaveLength(tickets.length + 1);
  });
});

describe('a sync that fails', () => {
  it('is in the history with its whole message, and with details to copy that hold no key', async () => {
    await hands.openSync();
    await hands.atBench('Clé refusée');
    await hands.button('Synchroniser : Wedof').click();
    await here.sidebar.getByText('Terminé, avec des échecs.').waitFor();
    await hands.goTo('Historique');
    const runs = here.sidebar.getByRole('article');
    await runs.nth(1).waitFor();
    await here.sidebar.getByLabel('Seulement les échecs').click();
    await runs.nth(1).waitFor({ state: 'detached' });
    await runs.getByText('ne reconnaît pas la clé').first().waitFor();
    await runs.getByRole('button', { name: 'Copier les détails' }).click();
    const details = await hands.field('Copiez ce texte').inputValue();
    expect(details).toMatch(/^Wedof · .*\nÉchec · [^]*ne reconnaît pas la clé/);
    expect(details).not.toContain(KEY);
  });
});

describe('a run that Google cuts off', () => {
  it('goes on by itself while the sidebar is open, and writes no row twice', async () => {
    const tabs = { registrationFolders: 'Coupé' };
    await save(ANNE, {
      connector: 'wedof',
      title: 'Coupure',
      settings: { apiKey: KEY },
      streams: Object.keys(tabs),
      tabs,
    });
    await hands.openSync();
    await hands.atBench('Arrêt brutal');
    await hands.button('Synchroniser : Coupure').click();
    await hands.seeEnd();
    const [, ...rows] = await here.call<string[][]>(ANNE, 'readValues', '', 'Coupé');
    expect(new Set(rows.map(([key]) => key)).size).toBe(SIZES.folders);
    expect(rows).toHaveLength(SIZES.folders);
    expect(await executions()).toEqual(expect.arrayContaining(['runNow killed', 'continueNow done']));
  });

  it.each(['open', 'closed'])('goes on after a pause at its deadline, with the sidebar %s', async (sidebar) => {
    await save(ANNE, { ...template, title: sidebar });
    await hands.openSync();
    await hands.atBench('Lenteur');
    await hands.button(`Synchroniser : ${sidebar}`).click();
    if (sidebar === 'closed') {
      await here.page.getByRole('button', { name: 'Fermer Sync' }).click();
      do await hands.atBench('+1 min');
      while ((await progress()) !== null);
      await hands.openSync();
    }
    await here.sidebar.getByRole('article', { name: sidebar }).getByText('À jour').waitFor();
    expect(await executions()).toContain('continueSync done');
  });
});

describe('two people', () => {
  it('do not start at once: the second is told who is running since when', async () => {
    await save(PAUL, { ...template, title: 'Shop' });
    const paul = await here.open(here.pageOf(PAUL), 300);
    await hands.openSync();
    const start = paul.getByRole('button', { name: 'Sync: Shop' });
    await start.waitFor();
    await here.order({ do: 'speed', factor: 5 });
    await hands.button('Synchroniser : Wedof').click();
    await hands.button('Arrêter').waitFor();
    await start.click();
    await paul.getByText(/^Started by anne@example\.com on \d+ \w+ at \d\d:\d\d\./).waitFor();
    await here.order({ do: 'speed', factor: 0 });
    await hands.seeEnd();
    await start.and(paul.locator(':not([aria-disabled=true])')).click();
    await paul.getByRole('article', { name: 'Shop' }).getByText('Up to date').waitFor();
  });
});

describe('the grid', () => {
  it('shows the last of 100,000 rows', async () => {
    await here.call(ANNE, 'addLargeTab', 'Grand', 100_000);
    await hands.tab('Grand').click();
    await here.page.getByRole('gridcell', { name: 'ligne 2', exact: true }).click();
    await here.page.keyboard.press('Control+ArrowDown');
    await here.page.getByRole('gridcell', { name: 'ligne 100000' }).waitFor();
  });
});

describe('the keyboard alone', () => {
  it('adds, tests, saves and syncs a connection with the focus always seen, and leaves the sidebar again', async () => {
    const { page, sidebar } = here;
    const { keyboard } = page;
    await here.order({ do: 'closePage' });
    await page.reload();
    await page.getByRole('menubar').getByRole('menuitem').first().waitFor();
    await tabTo(page, /^Sync$/);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await hands.button('Ajouter une connexion').waitFor();
    await tabTo(page, /^Ajouter une connexion/);
    await keyboard.press('Enter');
    await tabTo(page, /^Template/);
    await keyboard.press('Enter');
    await hands.field('Adresse du site').and(sidebar.locator(':focus')).waitFor();
    await keyboard.type(SITE);
    await tabTo(page, /^Clé d’API/);
    await keyboard.type(SITE_KEY);
    await tabTo(page, /^Nom de la connexion/);
    await keyboard.type('Clavier');
    await keyboard.press('Enter');
    await hands.button('Enregistrer et synchroniser').waitFor();
    await tabTo(page, /^Enregistrer et synchroniser/);
    await keyboard.press('Enter');
    await hands.seeEnd();
    expect((await focusOf(page)).isInSidebar).toBe(true);
    await sidebar.getByRole('article', { name: 'Clavier' }).getByText('À jour').waitFor();
    await tabOut(page);
  });
});

describe('secrets', () => {
  const forms = [KEY, WRONG_KEY, SITE_KEY, ZENDESK_SECRET].flatMap(secretForms);
  const found = (texts: readonly string[]): readonly string[] =>
    forms.filter((form) => texts.some((text) => text.includes(form)));

  it('are in nothing that the browser was sent', async () => {
    const received = await here.received();
    expect(received.join()).toContain('Connecté à Wedof');
    expect(found(received)).toEqual([]);
  });

  it('are in the page no more when its form is closed', async () => {
    await hands.openSync();
    await hands.button('Ajouter une connexion').click();
    await hands.button(/^Wedof/).click();
    await hands.field('Clé d’API').fill(KEY);
    await hands.button('Tester').click();
    await hands.button('Enregistrer').click();
    await hands.button('Ajouter une connexion').waitFor();
    const page = here.page.frames()[1];
    const inputs = `[...document.querySelectorAll('input, textarea')].map(({ value }) => value).join()`;
    expect(found([(await page?.content()) ?? '', String(await page?.evaluate(inputs))])).toEqual([]);
  });

  it('are in no property in clear', async () => {
    const stores = await Promise.all([ANNE, PAUL].map((person) => here.call(person, 'readStores')));
    const text = JSON.stringify(stores);
    expect(text).toContain('"secret.');
    expect(found([text])).toEqual([]);
  });
});

async function save(person: string, draft: Draft): Promise<void> {
  const answer = await here.call<Result<ConnectionView>>(person, 'saveConnection', draft);
  expect(answer).toMatchObject({ ok: true });
}

async function progress(): Promise<Progress | null> {
  const answer = await here.call<Result<Progress | null>>(ANNE, 'readProgress');
  return answer.ok ? answer.value : null;
}

/** What was executed since the last run was started, latest first. */
async function executions(): Promise<readonly string[]> {
  const { executions } = await here.order<Desk>({ do: 'look' });
  const start = executions.findIndex(({ functionName }) => functionName === 'runNow');
  return executions.slice(0, start + 1).map(({ functionName, status }) => `${functionName} ${status}`);
}
