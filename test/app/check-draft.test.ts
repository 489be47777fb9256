import { checkDraft, matters } from '../../src/app/check-draft';
import type { Setting } from '../../src/connectors/connector';
import { connectors } from '../../src/connectors/index';

const [wedof, template, zendesk] = connectors;
if (!wedof || !template || !zendesk) throw new Error('There are three connectors');

const client = { subdomain: 'acme', clientId: 'sync', clientSecret: 's3cret' };

function named(name: string): Setting {
  const setting = zendesk?.settings.find((one) => one.name === name);
  if (!setting) throw new Error(`There is no setting ${name}`);
  return setting;
}

describe('a setting that depends on another', () => {
  it.each([
    [{}, 'clientSecret'],
    [{ signIn: '' }, 'clientSecret'],
    [{ signIn: 'client' }, 'clientSecret'],
    [{ signIn: ' Token ' }, 'apiToken'],
    [{ signIn: 'bearer' }, 'accessToken'],
    [{ signIn: 'magic' }, ''],
  ])('matters while that has one of its values: %j', (typed, expected) => {
    const names = ['clientSecret', 'apiToken', 'accessToken'];
    expect(names.filter((name) => matters(named(name), zendesk, typed)).join()).toBe(expected);
  });
});

test('a text that does not matter may look as it likes', () => {
  const settings = { ...client, email: 'nobody' };
  expect(() => {
    checkDraft({ connector: 'zendesk', settings }, zendesk, settings);
  }).not.toThrow();
});

describe('what a connector reads leniently', () => {
  it.each([
    [zendesk, { ...client, subdomain: 'https://Acme.zendesk.com/agent/tickets/1?x=y' }],
    [zendesk, { ...client, subdomain: 'acme.zendesk.com' }],
    [zendesk, { ...client, signIn: 'OAuth', description: 'oui', deleted: 'marquer', csv: 'non' }],
    [template, { baseUrl: 'exemple.fr', apiKey: 'sk_1' }],
    [template, { baseUrl: 'HTTPS://exemple.fr:8443/site/api/export', apiKey: 'sk_1' }],
    [wedof, { apiKey: 'a1', links: 'oui' }],
  ])('is taken: %#', (connector, settings) => {
    expect(() => {
      checkDraft({ connector: connector.name, settings }, connector, settings);
    }).not.toThrow();
  });
});
