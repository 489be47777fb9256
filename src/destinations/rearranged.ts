import { StaleError } from '../core/errors';

/** Someone rearranged the tab while it was written. */
export function rearranged(message: string): StaleError {
  return new StaleError(message, {
    fr: 'Quelqu’un a réorganisé l’onglet pendant l’écriture. La lecture reprend depuis le début pour que chaque ligne soit juste.',
    en: 'Someone rearranged the tab while it was being written. Reading starts again from the beginning so that every row is right.',
  });
}
