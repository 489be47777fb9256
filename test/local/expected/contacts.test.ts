import { compareContacts } from '../../../local/expected/contacts';

const ROW = { email: 'jean@x.fr', nom: 'Dupont', prenom: '', telephone: '06 12 34 56 78', adresse: 'A\nB' };
const PERSON = {
  names: [{ familyName: 'Dupont' }],
  emailAddresses: [{ value: 'other@x.fr' }, { value: 'Jean@X.fr' }],
  phoneNumbers: [{ value: '+33612345678' }],
  addresses: [{ streetAddress: 'A', extendedAddress: 'B' }],
};

describe('clients and contacts', () => {
  it('are the same where only forms differ', () => {
    expect(compareContacts([ROW], [PERSON])).toEqual([]);
  });

  it('differ in words', () => {
    expect(compareContacts([{ ...ROW, nom: 'Durand' }], [PERSON])).toEqual([
      'jean@x.fr: nom is "Durand" in the tab, "Dupont" in Google',
    ]);
    expect(compareContacts([ROW], [])).toEqual(['jean@x.fr: 0 contacts']);
    expect(compareContacts([ROW], [PERSON, PERSON])).toEqual(['jean@x.fr: 2 contacts']);
  });
});
