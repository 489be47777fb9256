import { hasWord } from '../../src/connectors/has-word';

test.each(['nir', 'NIR', 'attendeeNir', 'nirHash', 'NIRNumber', 'employer_nir', 'iban', 'IBANTitulaire', 'bank-iban'])(
  '%s holds the word',
  (name) => {
    expect(hasWord(name, ['nir', 'iban'])).toBe(true);
  },
);

test.each(['souvenir', 'tenir', 'nirvana', 'urbaniban', 'Caliban', ''])('%j does not', (name) => {
  expect(hasWord(name, ['nir', 'iban'])).toBe(false);
});
