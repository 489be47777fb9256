import type { ConnectionView, Result } from '../../src/app/rpc';
import { createReader, type Reader } from './reader';
import { type Visit, visit } from './visit';

const ANNE = 'anne@example.com';
const PAUL = 'paul@example.com';
const KEY = 'local-wedof-key';

jest.setTimeout(60_000);

let here: Visit;
let reader: Reader;

beforeAll(async () => {
  here = await visit({ folders: 10, orders: 10, tickets: 10 });
  reader = await createReader(here);
});
afterAll(() => here.end());
afterEach(async () => {
  await here.order({ do: 'noFaults' });
  await here.order({ do: 'speed', factor: 0 });
});

const say = (fr: string, en: string): string => reader.say(fr, en);

describe.each(['fr', 'en'] as const)('in %s, at 300 pixels and for WCAG AA, nothing is wrong with', (tongue) => {
  beforeAll(() => reader.speak(tongue));

  it('the way from nothing to a form of each source', async () => {
    await reader.goTo(say('Connexions', 'Connections'));
    await reader.look('connections, empty');
    for (const source of ['Wedof', 'Template', 'Zendesk']) {
      await reader.press(say('Ajouter une connexion', 'Add a connection'));
      await reader.press(new RegExp(`^${source}`));
      await reader.press(say('Tester', 'Test'));
      await reader.page.locator('[aria-invalid]').first().waitFor();
      await reader.look(`form of ${source}`);
      await reader.press(say('Annuler', 'Cancel'));
    }
    await reader.press(say('Ajouter une connexion', 'Add a connection'));
    await reader.look('sources');
    expect(reader.takeFaults()).toEqual([]);
  });

  it('a run, how it ends and what it leaves', async () => {
    const title = `Wedof ${tongue}`;
    const id = await save(ANNE, title);
    await here.order({ do: 'speed', factor: 5 });
    await reader.press(say(`Synchroniser : ${title}`, `Sync: ${title}`));
    await reader.page.getByText(say('Types de données terminés', 'Kinds of records done')).waitFor();
    await reader.look('run under way');
    await here.order({ do: 'speed', factor: 0 });
    await reader.page.getByText(say('Terminé.', 'Finished.')).waitFor();
    await reader.look('end of a run');
    await here.order({ do: 'fault', fault: 'refused' });
    await reader.press(say(`Synchroniser : ${title}`, `Sync: ${title}`));
    await reader.page.getByText(say('Terminé, avec des échecs.', 'Finished, with failures.')).waitFor();
    await reader.press(say(`Actions : ${title}`, `Actions: ${title}`));
    await reader.look('run that failed');
    await reader.press(say('Modifier', 'Edit'));
    await reader.look('form of a connection that is there');
    await reader.goTo(say('Historique', 'History'));
    await reader.page.getByLabel(say('Connexion', 'Connection')).selectOption(title);
    await reader.page.getByRole('article').nth(1).waitFor();
    await reader.look('history');
    await here.call(ANNE, 'removeConnection', id, 'delete');
    expect(reader.takeFaults()).toEqual([]);
  });

  it('the questions, the settings and the help', async () => {
    const title = `Wedof ${tongue}`;
    const ids = [await save(PAUL, 'Paul'), await save(ANNE, title)];
    await reader.press(say(`Actions : ${title}`, `Actions: ${title}`));
    await reader.press(say('Renommer', 'Rename'));
    await reader.look('new name');
    await reader.press(say('Annuler', 'Cancel'));
    await reader.press(say(`Actions : ${title}`, `Actions: ${title}`));
    await reader.press(say('Supprimer…', 'Delete…'));
    await reader.look('removal');
    await reader.press(say('Annuler', 'Cancel'));
    await reader.goTo(say('Réglages', 'Settings'));
    await reader.press(say('Ajouter un webhook…', 'Add a webhook…'));
    await reader.look('webhook');
    await reader.press(say('Annuler', 'Cancel'));
    await reader.press(say('Exporter', 'Export'));
    await reader.press(say('Importer', 'Import'));
    await reader.page.getByRole('alert').waitFor();
    await reader.look('settings');
    await reader.press(say('Activer les appels à distance', 'Switch remote calls on'));
    const secret = reader.page.getByLabel('Secret (CRON_SECRET)');
    await secret.waitFor();
    const first = await secret.inputValue();
    expect(await reader.page.locator('textarea:focus').inputValue()).toBe(first);
    await reader.look('remote calls, switched on');
    await reader.press(say('Renouveler le secret…', 'Renew the secret…'));
    await reader.look('the question whether to renew the secret');
    await reader.press(say('Renouveler', 'Renew'));
    await reader.press(say('Désactiver…', 'Switch off…'));
    await reader.press(say('Désactiver', 'Switch off'));
    await reader.page
      .getByRole('button', { name: say('Activer les appels à distance', 'Switch remote calls on') })
      .waitFor();
    expect(await reader.page.content()).not.toContain(first);
    await reader.press(say('Renouveler le chiffrement…', 'Renew the encryption…'));
    await reader.look('renewal');
    await reader.press(say('Renouveler', 'Renew'));
    await reader.goTo(say('Aide', 'Help'));
    await reader.look('help');
    await Promise.all(ids.map((id) => here.call(ANNE, 'removeConnection', id, 'delete')));
    expect(reader.takeFaults()).toEqual([]);
  });
});

/** A new connection, which a sidebar that is opened anew shows. */
async function save(person: string, title: string): Promise<string> {
  const draft = { connector: 'wedof', title, settings: { apiKey: KEY } };
  const saved = await here.call<Result<ConnectionView>>(person, 'saveConnection', draft);
  if (!saved.ok) throw new Error(saved.details);
  await reader.open();
  await reader.page.getByRole('article', { name: title }).waitFor();
  return saved.value.id;
}
