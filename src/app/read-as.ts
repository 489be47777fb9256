import * as v from 'valibot';
import { SettingsError } from '../core/errors';
import type { Words } from '../core/model';

/**
 * What came, in the shape that `schema` wants. Throws `SettingsError` whose field is the last name on the way to what is
 * wrong, or `field` when it is the whole; its texts do not repeat what came, which may be a secret.
 */
export function readAs<S extends v.GenericSchema>(schema: S, given: unknown, field: string): v.InferOutput<S> {
  // As JSON, which leaves out what is undefined.
  const result = v.safeParse(schema, JSON.parse(JSON.stringify(given ?? null)));
  if (result.success) return result.output;
  const [{ path = [], type, expected }] = result.issues;
  const names = path.map(({ key }) => key).filter((key) => typeof key === 'string');
  const last = names[names.length - 1] ?? field;
  const advice = names[0] === 'settings' && type === 'max_length' ? LONG : (ADVICE[last] ?? UNCLEAR);
  throw new SettingsError(last, `${[field, ...names].join('.')}: ${expected ?? type} was expected`, advice);
}

/** What the user reads when an import cannot be read. */
export const NOT_AN_EXPORT: Words = {
  fr: 'Ce texte n’est pas un export de Sync. Collez celui que « Exporter » a donné, en entier et sans rien d’autre.',
  en: 'This text is no export from Sync. Paste what “Export” gave, all of it and nothing else.',
};

const LONG: Words = {
  fr: 'Ce texte est trop long : un réglage compte 2 000 caractères au plus.',
  en: 'This text is too long: a setting has at most 2,000 characters.',
};

/** By the name of what is wrong. */
const ADVICE: Readonly<Record<string, Words>> = {
  title: {
    fr: 'Un titre tient sur une ligne de 100 caractères au plus. Raccourcissez-le.',
    en: 'A title is one line of at most 100 characters. Shorten it.',
  },
  every: {
    fr: 'Choisissez une fréquence : chaque heure, chaque jour, tous les deux jours, chaque semaine ou chaque mois.',
    en: 'Choose how often: every hour, every day, every two days, every week or every month.',
  },
  hour: {
    fr: 'L’heure est un nombre entier, de 0 à 23.',
    en: 'The hour is a whole number from 0 to 23.',
  },
  day: {
    fr: 'Le jour est un nombre entier : de 1 (lundi) à 7 pour une semaine, de 1 à 31 pour un mois.',
    en: 'The day is a whole number: from 1 (Monday) to 7 of a week, from 1 to 31 of a month.',
  },
  text: NOT_AN_EXPORT,
};

const UNCLEAR: Words = {
  fr: 'Sync n’a pas compris cette demande. Fermez le panneau, rouvrez-le par le menu Sync > Ouvrir Sync…, puis réessayez.',
  en: 'Sync did not understand this request. Close the sidebar, open it again from the menu Sync > Open Sync…, then try again.',
};
