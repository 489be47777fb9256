import { readBaseUrl } from '../../../src/connectors/template/base-url';
import { SettingsError } from '../../../src/core/errors';
import { thrown } from '../../fixtures/thrown';

test.each([
  ['https://exemple.fr', 'https://exemple.fr'],
  ['  https://exemple.fr/  ', 'https://exemple.fr'],
  ['https://exemple.fr/api', 'https://exemple.fr'],
  ['https://exemple.fr/api/export/stats?limit=1', 'https://exemple.fr'],
  ['https://exemple.fr/?a=1#top', 'https://exemple.fr'],
  ['https://exemple.fr/site/', 'https://exemple.fr/site'],
  ['https://exemple.fr/apis', 'https://exemple.fr/apis'],
  ['HTTPS://Exemple.FR', 'https://exemple.fr'],
  ['exemple.fr', 'https://exemple.fr'],
  ['www.jb-art.osc-fr1.scalingo.io', 'https://www.jb-art.osc-fr1.scalingo.io'],
  ['https://exemple.fr:8443', 'https://exemple.fr:8443'],
  ['https://xn--muse-bpa.xn--fiqs8s', 'https://xn--muse-bpa.xn--fiqs8s'],
])('%j is read as %s', (typed, address) => {
  expect(readBaseUrl(typed)).toBe(address);
});

test.each([
  undefined,
  '',
  'http://exemple.fr',
  'ftp://exemple.fr',
  'javascript:alert(1)',
  'https://user:pass@exemple.fr',
  'https://exemple.fr@evil.test',
  'https://localhost',
  'https://site.localhost',
  'https://192.168.1.2',
  'https://127.1',
  'https://2130706433',
  'https://0x7f.0.0.1',
  'https://[::1]',
  'https://printer.local',
  'https://intranet',
  'https://exemple..fr',
  'https://exemple.fr/../x',
  'https://exemple.fr/a b',
  'https://exemple.fr\\evil.test',
  'https://',
])('%j is refused', (typed) => {
  expect(thrown(SettingsError, () => readBaseUrl(typed)).field).toBe('baseUrl');
});

test('a password in the address never shows in the message', () => {
  const error = thrown(SettingsError, () => readBaseUrl('https://user:hunter2@exemple.fr'));
  expect(error.message + error.advice.fr + error.advice.en).not.toContain('hunter2');
});
