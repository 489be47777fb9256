/** What both sides know of a client, by the names of the office system's columns. */
export const FIELDS = [
  'nom',
  'prenom',
  'email',
  'telephone',
  'adresse',
  'ville',
  'code_postal',
  'entreprise',
  'fonction',
] as const;

export type Field = (typeof FIELDS)[number];

/** The nine values of a client as one side has them; blank: none. */
export type Fields = Readonly<Record<Field, string>>;

/** Fields whose values `value` gives. */
export function toFields(value: (field: Field) => string): Fields {
  return Object.fromEntries(FIELDS.map((field) => [field, value(field)])) as Record<Field, string>;
}
