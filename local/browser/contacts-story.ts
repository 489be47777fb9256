import type { Desk } from '../workbench/protocol';
import { press } from './press';
import type { Stage } from './stage';

/** From the questions about contacts to the first sync, as a user goes. */
export async function takeContactsStory(stage: Stage): Promise<void> {
  await setUp(stage);
  await preview(stage);
}

async function setUp(stage: Stage): Promise<void> {
  const { sidebar, say } = stage;
  await press(stage, { fr: 'Contacts', en: 'Contacts' });
  await sidebar.getByRole('button', { name: 'Clients (4)' }).waitFor();
  await press(stage, { fr: 'Enregistrer', en: 'Save' });
  await sidebar.getByText(say({ fr: 'C’est enregistré', en: 'It is saved' })).waitFor();
  await typeClients(stage);
}

/** Two clients whom Google does not know, and one whose phone is another there. */
async function typeClients(stage: Stage): Promise<void> {
  const { tabs } = await stage.order<Desk>({ do: 'look' });
  const tab = tabs.find(({ name }) => name === 'Clients')?.id ?? -1;
  for (const [row, cells] of CLIENTS.entries()) {
    for (const [column, text] of cells.entries()) {
      if (text !== '') await stage.order({ do: 'type', tab, row: row + 2, column: column + 1, text });
    }
  }
}

/** By column: nom, prenom, email, telephone, adresse, ville, code_postal, entreprise, fonction. */
const CLIENTS: readonly (readonly string[])[] = [
  ['Le Bras', 'Zoé', 'zoe.lebras@example.com', '06 22 33 44 55', '4 rue du Port', 'Douarnenez', '29100'],
  ['Moreau', 'Luc', 'luc.moreau@example.com', '', '', 'Quimper', '29000', 'Moreau Toiture', 'Gérant'],
  ['Martin', 'Hélène', 'helene.martin@example.com', '07 00 11 22 33', '', 'Brest', '29200'],
];

async function preview(stage: Stage): Promise<void> {
  await press(stage, { fr: 'Aperçu', en: 'Preview' });
  await stage.sidebar.getByRole('table').first().waitFor();
  const tables = stage.sidebar.getByRole('table');
  await stage.takeSidebar('contacts-preview', { to: tables.first() });
  await press(stage, { fr: 'Synchroniser', en: 'Sync' });
  await waitForEnd(stage);
  await stage.page.getByRole('tab', { name: 'Clients' }).click();
  await stage.page.getByRole('gridcell', { name: 'Kervella', exact: true }).waitFor();
  await stage.sidebar.getByRole('heading', { level: 1 }).hover();
  await stage.takeWindow('contacts-window');
}

async function waitForEnd(stage: Stage): Promise<void> {
  await stage.sidebar.locator('.told .notice').waitFor();
  await press(stage, { fr: 'Fermer ce message', en: 'Close this message' });
}
