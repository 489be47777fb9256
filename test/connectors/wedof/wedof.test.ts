import { wedof } from '../../../src/connectors/wedof/wedof';
import { SettingsError, SignInError } from '../../../src/core/errors';
import { thrown } from '../../fixtures/thrown';
import { createLiveWedof, wedofSettings } from '../../fixtures/wedof';
import { createTestApi } from '../../fixtures/test-api';

test('check says who is signed in, and for whom', () => {
  const { en, fr } = wedof.check(createLiveWedof().api, wedofSettings);
  expect(en).toMatch(/^Connected to Wedof: Claire Exemple \(OF Exemple.*\)\.$/);
  expect(fr).toMatch(/^Connecté à Wedof : Claire Exemple/);
});

test('check says when the plan does not open the folders', () => {
  const system = createLiveWedof();
  system.control({ op: 'refuse', kind: 'registrationFolders', status: 403 });
  expect(wedof.check(system.api, wedofSettings).en).toContain('does not open the registration folders');
});

test('check asks for another key when this one is wrong', () => {
  expect(() => wedof.check(createTestApi([{ status: 401 }]).api, wedofSettings)).toThrow(SignInError);
});

test('the key goes into the header, trimmed, and nowhere else', () => {
  expect(wedof.signIn({ apiKey: ' abc ' })).toEqual({
    base: 'https://www.wedof.fr/api',
    headers: { 'X-Api-Key': 'abc' },
    secrets: ['abc'],
    paces: [{ requests: 1, ms: 600 }],
  });
});

test.each([undefined, '', '  ', 'a b', 'a\nb', 'clé'])('a key of %j is refused', (apiKey) => {
  const error = thrown(SettingsError, () => wedof.signIn(apiKey === undefined ? {} : { apiKey }));
  expect(error.field).toBe('apiKey');
});

test('the streams come in reading order: folders first, for what they feed', () => {
  expect(wedof.streams({}).map((stream) => stream.name)).toEqual([
    'registrationFolders',
    'certificationFolders',
    'users',
    'trainings',
    'sessions',
    'attendees',
    'organisms',
    'surveys',
    'workingContracts',
    'invoices',
    'evaluations',
    'activities',
    'payments',
  ]);
});

test('private links are columns only when asked for', () => {
  const names = (links?: string): string[] =>
    wedof.streams(links === undefined ? {} : { links }).flatMap((stream) => stream.columns.map(({ name }) => name));
  expect(names().filter((name) => /link$/i.test(name))).toEqual(['trainingActionInfo.externalLink', 'externalLink']);
  expect(names('true')).toEqual(
    expect.arrayContaining(['attendeeLink', 'permalink', 'addToPassportLink', 'digitalProofLink']),
  );
});
