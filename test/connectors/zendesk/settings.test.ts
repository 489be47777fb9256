import type { Pace } from '../../../src/connectors/connector';
import { settings } from '../../../src/connectors/zendesk/settings';
import { toSignIn } from '../../../src/connectors/zendesk/sign-in';
import { readSubdomain } from '../../../src/connectors/zendesk/subdomain';
import { zendesk } from '../../../src/connectors/zendesk/zendesk';
import { SettingsError } from '../../../src/core/errors';
import { thrown } from '../../fixtures/thrown';

const client = { subdomain: 'acme', clientId: 'sync', clientSecret: 's3cret' };
const failing = (typed: Readonly<Record<string, string>>): string =>
  thrown(SettingsError, () => zendesk.signIn(typed)).field;

test.each([
  'acme',
  ' Acme ',
  'acme.zendesk.com',
  'https://acme.zendesk.com/agent/tickets/1?x=y',
  'HTTP://ACME.zendesk.com',
])('the subdomain may be typed as %j', (subdomain) => {
  expect(readSubdomain({ subdomain })).toBe('acme');
});

test.each([
  '',
  '-acme',
  'ac_me',
  'a me',
  'acme.example.com',
  'acme.zendesk.com.evil.example',
  'evil.example/acme.zendesk.com',
  'me@acme.zendesk.com',
  'acme.zendesk.com:8080',
  'acmé',
])('no request goes to the account %j', (subdomain) => {
  expect(failing({ ...client, subdomain })).toBe('subdomain');
});

test('an OAuth client is exchanged for a token that only reads, for two days', () => {
  expect(zendesk.signIn(client)).toMatchObject({
    base: 'https://acme.zendesk.com',
    headers: {},
    secrets: ['s3cret'],
    slowDown: 60_000,
    addressSetting: 'subdomain',
    grant: {
      path: '/oauth/tokens',
      setting: 'clientSecret',
      body: {
        grant_type: 'client_credentials',
        client_id: 'sync',
        client_secret: 's3cret',
        scope: 'read',
        expires_in: 172_800,
      },
    },
  });
});

test.each(['Token', ' token '])('an API token goes with its e-mail address (%j)', (signIn) => {
  const { headers, grant } = toSignIn({ subdomain: 'acme', signIn, email: 'é@exemple.fr', apiToken: 'abc' });
  expect(headers).toEqual({ Authorization: `Basic ${Buffer.from('é@exemple.fr/token:abc').toString('base64')}` });
  expect(grant).toBeUndefined();
});

test.each(['a', 'ab', 'abc'])('the header of a token of any length is right (%s)', (apiToken) => {
  const { headers } = toSignIn({ subdomain: 'acme', signIn: 'token', email: 'a@b.fr', apiToken });
  expect(headers.Authorization).toBe(`Basic ${Buffer.from(`a@b.fr/token:${apiToken}`).toString('base64')}`);
});

test('an access token goes as it is', () => {
  const { headers } = toSignIn({ subdomain: 'acme', signIn: 'bearer', accessToken: ' abc ' });
  expect(headers).toEqual({ Authorization: 'Bearer abc' });
});

test.each([
  ['clientId', { subdomain: 'acme', clientSecret: 's3cret' }],
  ['clientSecret', { subdomain: 'acme', signIn: 'client', clientId: 'sync' }],
  ['email', { subdomain: 'acme', signIn: 'token', apiToken: 'abc' }],
  ['email', { subdomain: 'acme', signIn: 'token', apiToken: 'abc', email: 'nobody' }],
  ['apiToken', { subdomain: 'acme', signIn: 'token', email: 'a@b.fr' }],
  ['apiToken', { subdomain: 'acme', signIn: 'token', email: 'a@b.fr', apiToken: 'a b' }],
  ['accessToken', { subdomain: 'acme', signIn: 'bearer', clientId: 'sync' }],
])('%s is missing or wrong in %j', (field, typed) => {
  expect(failing(typed as Record<string, string>)).toBe(field);
});

test('no message shows a secret of another way to sign in', () => {
  expect(toSignIn({ ...client, apiToken: 'abc', accessToken: 'def' }).secrets).toEqual(['s3cret', 'abc', 'def']);
});

test.each(['signIn', 'description', 'deleted', 'csv'])(
  'a word that means nothing is refused, with those that do (%s)',
  (name) => {
    const { field, advice } = thrown(SettingsError, () => zendesk.signIn({ ...client, [name]: 'peut-être' }));
    expect(field).toBe(name);
    expect(advice.fr).toContain(name);
    expect(advice.fr).toMatch(/ceux-ci : .+ \/ .+/);
  },
);

test.each([
  ['description', ['oui', 'YES', 'true', 'vrai', '1', 'non', 'false', 'No', '0']],
  ['deleted', ['remove', 'Flag', 'retirer', 'marquer']],
  ['csv', [';', ',', 'off', 'non', 'false']],
])('%s takes %j', (name, words) => {
  for (const word of words) expect(() => zendesk.signIn({ ...client, [name]: word })).not.toThrow();
});

test('how one signs in and the file in Drive leave the rows as they are', () => {
  expect(settings.filter(({ keepsRows }) => keepsRows).map(({ name }) => name)).toEqual([
    'signIn',
    'clientId',
    'clientSecret',
    'email',
    'apiToken',
    'accessToken',
    'csv',
  ]);
});

test('the sentence about API tokens says until when they work', () => {
  const help = settings.find(({ name }) => name === 'apiToken')?.help;
  expect(help?.fr).toMatch(/27 octobre 2026.*30 avril 2027/);
  expect(help?.en).toMatch(/27 October 2026.*30 April 2027/);
});

const pacesOf = (path: string): readonly Pace[] =>
  toSignIn(client).paces.filter(({ paths = [''] }) => paths.some((begin) => `/api/v2/${path}`.startsWith(begin)));

test('exports of tickets keep ten requests a minute, of users twenty, and the account two hundred', () => {
  const least = (path: string): number => Math.min(...pacesOf(path).map(({ requests }) => requests));
  expect(toSignIn(client).paces.every(({ ms }) => ms === 60_000)).toBe(true);
  expect(
    [
      'incremental/tickets/cursor.json',
      'incremental/users/cursor.json',
      'ticket_fields.json',
      'users/show_many.json',
    ].map(least),
  ).toEqual([10, 20, 20, 200]);
});

test('tickets, organisations and metric events are counted together', () => {
  const [tickets = [], ...others] = ['tickets/cursor', 'organizations', 'ticket_metric_events'].map((name) =>
    pacesOf(`incremental/${name}.json`),
  );
  for (const paces of others) expect(paces).toEqual(tickets);
  expect(tickets).toHaveLength(2);
});
