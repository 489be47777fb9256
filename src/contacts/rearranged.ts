import { StaleError } from '../core/errors';

/** How often what landed in the wrong row is mended, each time because somebody rearranges rows at that moment. */
export const TRIES = 4;

/** What is thrown when they go on rearranging. */
export function rearranged(): StaleError {
  return new StaleError('contacts: rows were moved during each try to write them', {
    fr: 'Quelqu’un trie ou déplace des lignes de l’onglet en ce moment. La prochaine synchronisation écrira le reste.',
    en: 'Somebody is sorting or moving rows of the tab just now. The next sync writes the rest.',
  });
}
