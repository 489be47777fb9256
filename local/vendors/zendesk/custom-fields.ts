import { cycle } from '../cycle';
import type { JsonObject } from '../json';
import { idOf } from './ids';

/** A field that the account defined, as it was set up. */
export interface CustomField {
  readonly type: string;
  readonly title: string;
  /** The title as stored, where dynamic content stands for it. */
  readonly rawTitle?: string;
  /** For fields that Zendesk adds to accounts itself. */
  readonly key?: string;
}

/** Every type (developer.zendesk.com, Ticket Fields), and titles that are alike, or like a column, or like a formula. */
const FIELDS: readonly CustomField[] = [
  { type: 'text', title: 'Numéro de commande' },
  { type: 'tagger', title: 'Motif', rawTitle: '{{dc.motif}}' },
  { type: 'checkbox', title: 'Remboursé ?' },
  { type: 'multiselect', title: 'Produits' },
  { type: 'date', title: 'Date de livraison' },
  { type: 'integer', title: "Nombre d'articles" },
  { type: 'decimal', title: 'Montant TTC' },
  { type: 'tagger', title: 'Motif' },
  { type: 'textarea', title: 'Précisions' },
  { type: 'regexp', title: 'Code postal' },
  { type: 'partialcreditcard', title: 'Carte' },
  { type: 'lookup', title: 'Client lié' },
  { type: 'multi_lookup', title: 'Contrats liés' },
  { type: 'text', title: 'status' },
  { type: 'text', title: '=1+1' },
  {
    type: 'tagger',
    title: 'Type de résolution',
    rawTitle: '{{zd.resolution_type_ticket_field}}',
    key: 'standard::resolution_type',
  },
];

/** The types that the fields beyond the first ones take in turn. */
const PLAIN_TYPES = ['text', 'tagger', 'integer', 'checkbox', 'date', 'decimal', 'multiselect'];

/** The number-th field of an account. */
export function customFieldAt(number: number): CustomField {
  return FIELDS[number] ?? { type: cycle(PLAIN_TYPES, number), title: `Champ ${String(number)}` };
}

const OPTIONS = [
  ['livraison', 'Livraison'],
  ['retour', 'Retour::Produit abîmé'],
  ['facture', 'Facture; avoir, "remise"'],
  ['autre', '=Autre'],
  ['ete', 'Soldes d’été'],
] as const;

/** The tag that stands for an option in a ticket; an option `ancienne` is no longer among those of the field. */
export function optionValue(number: number, option: number | 'ancienne'): string {
  return `c${String(number)}_${option === 'ancienne' ? option : cycle(OPTIONS, option)[0]}`;
}

/** What can be chosen in a field. */
export function fieldOptions(number: number, { rawTitle }: CustomField): readonly JsonObject[] {
  return OPTIONS.map(([word, name], at) => ({
    id: idOf.option(number, at),
    name,
    raw_name: rawTitle === undefined ? name : `{{dc.${word}}}`,
    value: optionValue(number, at),
    default: false,
  }));
}
