import { plainLetters } from '../core/plain-letters';
import type { Words } from '../core/model';
import { FIELDS, type Field } from './fields';

/** A column of the tab Clients that the sync reads or writes. */
export type ClientColumn = Field | 'status' | 'editedAt' | 'id';

export interface ColumnHelp {
  /** What stands in row 1 when the column is made. */
  readonly header: Words;
  /** What row 1 says when the pointer rests on it. */
  readonly note: Words;
}

/** The columns in the order in which they are made. */
export const CLIENT_COLUMNS: readonly ClientColumn[] = [...FIELDS, 'status', 'editedAt', 'id'];

export const COLUMN_HELP: Readonly<Record<ClientColumn, ColumnHelp>> = {
  nom: field('nom', 'Nom de famille.', 'Family name.'),
  prenom: field('prenom', 'Prénom.', 'First name.'),
  email: field(
    'email',
    'Adresse e-mail, une seule : c’est elle qui relie la ligne au contact Google. Sans adresse, la ligne n’est pas synchronisée.',
    'E-mail address, one only: it ties the row to the Google contact. Without an address the row is not synced.',
  ),
  telephone: field(
    'telephone',
    'Numéro de téléphone, sous la forme que vous voulez : 06 12 34 56 78, +33 6 12 34 56 78…',
    'Phone number, in any form you like: 06 12 34 56 78, +33 6 12 34 56 78…',
  ),
  adresse: field(
    'adresse',
    'Numéro et rue ; la suite va à la ligne.',
    'Number and street; the rest goes on the next line.',
  ),
  ville: field('ville', 'Ville.', 'Town.'),
  code_postal: field('code_postal', 'Code postal.', 'Postcode.'),
  entreprise: field('entreprise', 'Nom de l’entreprise.', 'Name of the company.'),
  fonction: field('fonction', 'Fonction dans l’entreprise.', 'Position in the company.'),
  status: {
    header: { fr: 'Statut', en: 'Status' },
    note: {
      fr: 'Écrit par Sync : si la ligne est synchronisée, ou ce qu’elle attend de vous.',
      en: 'Written by Sync: whether the row is synced, or what it waits for.',
    },
  },
  editedAt: {
    header: { fr: 'Modifié le', en: 'Edited at' },
    note: {
      fr: 'Écrit par Sync quand vous modifiez la ligne : la modification la plus récente gagne.',
      en: 'Written by Sync when you edit the row: the latest change wins.',
    },
  },
  id: {
    header: { fr: 'sync_id', en: 'sync_id' },
    note: {
      fr: 'Sync reconnaît ainsi la ligne, même triée ou déplacée. Laissez cette colonne comme elle est.',
      en: 'This is how Sync knows the row, even sorted or moved. Leave this column as it is.',
    },
  },
};

/** The column that a header of the user's own tab means, by its usual names in French and English; null: none of ours. */
export function columnOf(header: string): Field | null {
  const plain = plainLetters(header).replace(/[^a-z]/g, '');
  return FIELDS.find((name) => ALIASES[name].includes(plain)) ?? null;
}

const ALIASES: Readonly<Record<Field, readonly string[]>> = {
  nom: ['nom', 'nomdefamille', 'lastname', 'familyname', 'surname'],
  prenom: ['prenom', 'firstname', 'givenname'],
  email: ['email', 'mail', 'courriel', 'adresseemail', 'adressemail', 'emailaddress'],
  telephone: ['telephone', 'tel', 'portable', 'mobile', 'phone', 'numerodetelephone'],
  adresse: ['adresse', 'rue', 'address', 'street'],
  ville: ['ville', 'commune', 'city', 'town'],
  code_postal: ['codepostal', 'cp', 'postcode', 'zip', 'zipcode', 'postalcode'],
  entreprise: ['entreprise', 'societe', 'company', 'organisation'],
  fonction: ['fonction', 'poste', 'jobtitle', 'position'],
};

function field(name: Field, fr: string, en: string): ColumnHelp {
  return { header: { fr: name, en: name }, note: { fr, en } };
}
