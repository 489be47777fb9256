import type { Choice } from './connector';

/** The choices of a setting that is off unless the user wants it. */
export const NO_OR_YES: readonly Choice[] = [
  { value: 'no', title: { fr: 'Non', en: 'No' } },
  { value: 'yes', title: { fr: 'Oui', en: 'Yes' } },
];
