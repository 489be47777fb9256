import fc from 'fast-check';
import type { Field } from '../../../src/contacts/fields';

/** Few values, so that both sides often say the same, or the same in another form. Blank: erased. */
export const VALUES: Readonly<Record<Field, readonly string[]>> = {
  nom: ['Durand', 'Hélène', 'He\u0301le\u0300ne', 'Le Gall', 'Le  Gall', 'L’Her', "L'Her", '李'],
  prenom: ['Anne', 'Paul', 'Chloé', 'Chloe\u0301', 'anne'],
  email: ['a@x.fr', 'A@X.fr', 'b@x.fr', 'c@x.fr', 'd@x.fr', '<b@x.fr>', 'C@x.fr', 'pas une adresse', 'a@x.fr, b@x.fr'],
  telephone: ['06 12 34 56 78', '+33 6 12 34 56 78', '612345678', '07 11 22 33 44', '0692 12 34 56', '3949', 'le soir'],
  adresse: ['1 rue A', '1  rue A', '2 rue B', '2 rue B\nBât. C', '=1+1'],
  ville: ['Paris', 'Évry', 'E\u0301vry', 'Lyon', '\u00a0Lyon '],
  code_postal: ['1000', '01000', '75001', '2000'],
  entreprise: ['ACME', 'Bonneau', 'ACME '],
  fonction: ['Gérante', 'Directeur'],
};

/** E-mail addresses, numbers and places that a contact has beside the client's. */
export const EXTRAS = {
  email: ['e@x.fr', 'b@x.fr', 'f@x.fr'],
  phone: ['01 02 03 04 05', '06 12 34 56 78', '09 87 65 43 21'],
  address: ['9 quai Z', '1 rue A'],
} as const;

const FEW_FIELDS: readonly Field[] = ['nom', 'email', 'telephone', 'adresse', 'ville', 'code_postal', 'entreprise'];

/** A field and a value for it; the fields that share one list of Google's come often. */
export const edit: fc.Arbitrary<FieldEdit> = fc
  .constantFrom<Field>(...FEW_FIELDS, 'prenom', 'fonction', 'telephone', 'email')
  .chain((field) => fc.record({ field: fc.constant(field), value: fc.constantFrom('', ...VALUES[field]) }));

export interface FieldEdit {
  readonly field: Field;
  readonly value: string;
}

/** A client as somebody first enters it: an address, and some more. */
export const client: fc.Arbitrary<readonly FieldEdit[]> = fc
  .tuple(
    fc.constantFrom('', ...VALUES.email.slice(0, 6), ...VALUES.email.slice(0, 5)),
    fc.array(edit, { maxLength: 4 }),
  )
  .map(([email, others]) => [
    ...others.filter(({ field, value }) => field !== 'email' && value !== ''),
    { field: 'email', value: email },
  ]);
