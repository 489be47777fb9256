import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Words } from '../../src/core/model';
import { takeContactsStory } from './contacts-story';
import { takeDashboardStory } from './dashboard-story';
import { launchBrowser } from './launch-browser';
import { button, press } from './press';
import { openStage, SCALE, type Stage } from './stage';

// The command behind `npm run screenshots`: the pictures of README and guides, taken of the pages that users see. They go
// into docs/images, or into the folder that the command line names.

void takeAll(resolve(process.argv[2] ?? join(__dirname, '../../docs/images')));

async function takeAll(folder: string): Promise<void> {
  const browser = await launchBrowser([`--force-device-scale-factor=${String(SCALE)}`]);
  for (const language of ['fr', 'en'] as const) {
    const stage = await openStage(browser, language, join(folder, language));
    await takeStory(stage);
    await takeContactsStory(stage);
    await takeDashboardStory(stage);
    await stage.end();
  }
  await browser.close();
}

/** From the empty spreadsheet to a key that is refused, as a user goes. */
async function takeStory(stage: Stage): Promise<void> {
  await openSync(stage);
  await connectWedof(stage);
  await watchRun(stage);
  await connectZendesk(stage);
  await refuseKey(stage);
  await press(stage, { fr: 'Réglages', en: 'Settings' });
  const section = (name: string): Locator => stage.sidebar.locator(`section[aria-labelledby="${name}"]`);
  await stage.takeSidebar('alerts', { from: section('alerts'), to: section('alerts') });
  await stage.takeSidebar('settings', { from: section('export'), to: section('import') });
}

async function openSync(stage: Stage): Promise<void> {
  const { page, sidebar, say } = stage;
  await page.getByRole('menuitem', { name: 'Sync', exact: true }).click();
  await page.getByRole('menuitem', { name: say({ fr: 'Ouvrir Sync…', en: 'Open Sync…' }) }).click();
  await sidebar.getByRole('heading', { level: 1 }).waitFor();
  await stage.takeSidebar('empty');
}

async function connectWedof(stage: Stage): Promise<void> {
  const { sidebar } = stage;
  await press(stage, { fr: 'Ajouter une connexion', en: 'Add a connection' });
  const source = sidebar.getByRole('button', { name: 'Wedof' });
  await source.waitFor();
  await stage.takeSidebar('sources');
  await source.click();
  await fill(stage, { fr: 'Clé d’API', en: 'API key' }, 'local-wedof-key');
  await chooseData(stage);
  await chooseFrequency(stage);
  await press(stage, { fr: 'Tester', en: 'Test' });
  await sidebar.getByText('Claire Exemple').waitFor();
  await stage.takeSidebar('tested');
}

/** Leaves out what needs a request a folder: the run would pause, and its end would be told in other words. */
async function chooseData(stage: Stage): Promise<void> {
  const data = section(stage, { fr: 'Données à synchroniser', en: 'Data to sync' });
  await data.locator('summary').click();
  await data.getByRole('checkbox', { name: stage.say({ fr: 'Activités', en: 'Activities' }) }).uncheck();
  await data.getByRole('checkbox', { name: stage.say({ fr: 'Paiements', en: 'Payments' }) }).uncheck();
  await data.locator('summary').click();
}

async function chooseFrequency(stage: Stage): Promise<void> {
  const frequency = section(stage, { fr: 'Fréquence', en: 'Frequency' });
  await frequency.locator('summary').click();
  await frequency.getByRole('combobox').first().selectOption('week');
  await stage.takeSidebar('frequency', { from: frequency, to: frequency });
  await frequency.locator('summary').click();
}

async function watchRun(stage: Stage): Promise<void> {
  // Slow enough to be seen under way.
  await stage.order({ do: 'speed', factor: 3 });
  await press(stage, { fr: 'Enregistrer et synchroniser', en: 'Save and sync' });
  await stage.sidebar.getByText(/[2-5]00 (sur|of) 600 /).waitFor();
  await stage.takeSidebar('running');
  await stage.order({ do: 'speed', factor: 0 });
  await waitForEnd(stage);
  await stage.takeSidebar('finished');
}

async function connectZendesk(stage: Stage): Promise<void> {
  await press(stage, { fr: 'Ajouter une connexion', en: 'Add a connection' });
  await stage.sidebar.getByRole('button', { name: 'Zendesk' }).click();
  await fill(stage, { fr: 'Sous-domaine', en: 'Subdomain' }, 'acme');
  await fill(stage, { fr: 'Identifiant du client OAuth', en: 'OAuth client identifier' }, 'sync');
  await fill(stage, { fr: 'Secret du client OAuth', en: 'OAuth client secret' }, 'local-zendesk-secret');
  await press(stage, { fr: 'Tester', en: 'Test' });
  await press(stage, { fr: 'Enregistrer et synchroniser', en: 'Save and sync' });
  await waitForEnd(stage);
  await press(stage, { fr: 'Fermer ce message', en: 'Close this message' });
  await stage.page.getByRole('tab', { name: 'Sessions' }).click();
  await stage.sidebar.getByRole('heading', { level: 1 }).hover();
  await stage.takeWindow('window');
}

async function refuseKey(stage: Stage): Promise<void> {
  const { sidebar } = stage;
  await stage.order({ do: 'fault', fault: 'refused' });
  await press(stage, { fr: 'Synchroniser : Wedof', en: 'Sync: Wedof' });
  await sidebar.getByRole('alert').waitFor();
  await stage.takeSidebar('failed', { to: button(stage, { fr: 'Modifier la connexion', en: 'Edit the connection' }) });
  await press(stage, { fr: 'Historique', en: 'History' });
  await sidebar.getByRole('article').first().waitFor();
  await stage.takeSidebar('history');
  await stage.order({ do: 'noFaults' });
}

async function fill({ sidebar, say }: Stage, label: Words, text: string): Promise<void> {
  await sidebar.getByRole('textbox', { name: say(label), exact: true }).fill(text);
}

function section({ sidebar, say }: Stage, title: Words): Locator {
  return sidebar.locator('details', { hasText: say(title) });
}

async function waitForEnd({ sidebar, say }: Stage): Promise<void> {
  await sidebar.getByText(say({ fr: 'Terminé.', en: 'Finished.' })).waitFor({ timeout: 60_000 });
}
