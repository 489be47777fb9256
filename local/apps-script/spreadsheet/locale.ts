/** What a spreadsheet's locale decides: how dates, numbers and truth values are typed and shown. */
export interface Locale {
  readonly monthFirst: boolean;
  readonly decimal: ',' | '.';
  /** What may stand between thousands, as the inside of a regular expression's brackets. */
  readonly group: string;
  readonly currency: string;
  readonly date: string;
  readonly dateTime: string;
  /** How the hour of a time is shown. */
  readonly hour: 'h' | 'HH';
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** The twelve months: each name and abbreviation in lower case. */
  readonly months: readonly (readonly string[])[];
  /** The seven days from Sunday on, likewise. */
  readonly days: readonly (readonly string[])[];
  /** Whether names of months and days are shown with a capital. */
  readonly capitals: boolean;
}

/** The conventions of a locale such as `fr_FR`; English ones for languages that are not described here. */
export function toLocale(code: string): Locale {
  if (code.startsWith('fr')) return FRENCH;
  return code === 'en_US' || code === 'en' ? AMERICAN : BRITISH;
}

const ENGLISH_MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

const FRENCH_MONTHS = [
  ['janvier', 'janv', 'janv.'],
  ['février', 'févr', 'févr.'],
  ['mars'],
  ['avril', 'avr', 'avr.'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil', 'juil.'],
  ['août'],
  ['septembre', 'sept', 'sept.'],
  ['octobre', 'oct', 'oct.'],
  ['novembre', 'nov', 'nov.'],
  ['décembre', 'déc', 'déc.'],
];

const ENGLISH_DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((name) => [
  name,
  name.slice(0, 3),
]);

const FRENCH_DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'].map((name) => [
  name,
  name.slice(0, 3),
  `${name.slice(0, 3)}.`,
]);

const AMERICAN: Locale = {
  monthFirst: true,
  decimal: '.',
  group: ',',
  currency: '$',
  date: 'M/d/yyyy',
  dateTime: 'M/d/yyyy H:mm:ss',
  hour: 'h',
  yes: ['true'],
  no: ['false'],
  months: ENGLISH_MONTHS,
  days: ENGLISH_DAYS,
  capitals: true,
};

const BRITISH: Locale = {
  ...AMERICAN,
  monthFirst: false,
  currency: '£',
  date: 'dd/MM/yyyy',
  dateTime: 'dd/MM/yyyy HH:mm:ss',
  hour: 'HH',
};

const FRENCH: Locale = {
  ...BRITISH,
  decimal: ',',
  // Typed space, no-break space and narrow no-break space.
  group: ' \u00a0\u202f',
  currency: '€',
  yes: ['true', 'vrai'],
  no: ['false', 'faux'],
  months: FRENCH_MONTHS,
  days: FRENCH_DAYS,
  capitals: false,
};
