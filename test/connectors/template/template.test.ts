import { template } from '../../../src/connectors/template/template';
import { SettingsError, SignInError, UnavailableError } from '../../../src/core/errors';
import { createLiveTemplate, templateSettings } from '../../fixtures/template';
import { createTestApi } from '../../fixtures/test-api';
import { thrown } from '../../fixtures/thrown';

test('check says which site answers and how much it holds', () => {
  const { en, fr } = template.check(createLiveTemplate().api, templateSettings);
  expect(en).toContain('galerie.example answers: ');
  expect(fr).toContain('galerie.example répond : ');
  expect(en).toContain('orders 60');
});

test('check never repeats markup that a site puts into its figures', () => {
  const { api } = createTestApi([{ text: '{"stats":{"<b>x</b>":1,"orders":2,"name":"<i>y</i>"}}' }]);
  expect(template.check(api, templateSettings).en).toBe('galerie.example answers: orders 2.');
});

test.each([{ status: 404 }, { text: '<html>' }, { status: 405 }])('check finds no export behind %j', (answer) => {
  const error = thrown(SettingsError, () => template.check(createTestApi([answer]).api, templateSettings));
  expect(error.field).toBe('baseUrl');
  expect(error.advice.en).toContain('no Template export at this address');
});

test('check tells a wrong key from a wrong address', () => {
  expect(() => template.check(createTestApi([{ status: 401 }]).api, templateSettings)).toThrow(SignInError);
  expect(() => template.check(createTestApi([{ status: 403 }]).api, templateSettings)).toThrow(UnavailableError);
});

test('requests go below the export of the site, signed in', () => {
  expect(template.signIn({ baseUrl: 'https://exemple.fr/', apiKey: 'abc' })).toMatchObject({
    base: 'https://exemple.fr/api/export',
    headers: { 'X-API-Key': 'abc' },
    secrets: ['abc'],
    addressSetting: 'baseUrl',
  });
});

test('a missing setting is named', () => {
  expect(thrown(SettingsError, () => template.signIn({ apiKey: 'abc' })).field).toBe('baseUrl');
  expect(thrown(SettingsError, () => template.signIn({ baseUrl: 'https://exemple.fr' })).field).toBe('apiKey');
});
