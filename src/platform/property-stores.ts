import { DataError } from '../core/errors';
import type { Store } from './services';

/** What every editor of the spreadsheet shares. Throws `DataError` when the script is bound to no document. */
export function documentStore(): Store {
  // Null without a container (developers.google.com, PropertiesService), although Google's types do not say so.
  const properties = PropertiesService.getDocumentProperties() as GoogleAppsScript.Properties.Properties | null;
  if (properties === null) {
    throw new DataError('This script has no document properties: it is bound to no spreadsheet', {
      fr: 'Ce script n’est lié à aucune feuille de calcul. Installez-le depuis la feuille : Extensions > Apps Script.',
      en: 'This script belongs to no spreadsheet. Install it from the spreadsheet: Extensions > Apps Script.',
    });
  }
  return toStore(properties);
}

/** What the person who runs the script alone can read. */
export function userStore(): Store {
  return toStore(PropertiesService.getUserProperties());
}

/** What belongs to the script itself, readable by all its users through it. */
export function scriptStore(): Store {
  return toStore(PropertiesService.getScriptProperties());
}

function toStore(properties: GoogleAppsScript.Properties.Properties): Store {
  return {
    get: (name) => properties.getProperty(name),
    set: (name, value) => {
      try {
        properties.setProperty(name, value);
      } catch (error) {
        throw toRefusal(name, error);
      }
    },
    remove: (name) => {
      properties.deleteProperty(name);
    },
    all: () => properties.getProperties(),
  };
}

/** What Google says in the user's language where a text or the whole store is too large; other errors as they are. */
function toRefusal(name: string, error: unknown): unknown {
  const text = error instanceof Error ? error.message : String(error);
  if (!/storage|stockage|argument/i.test(text)) return error;
  return new DataError(`The property ${name} was not stored: ${text}`, {
    fr: 'Il n’y a plus assez de place pour retenir cela : Google en donne peu à chaque feuille. Raccourcissez les réglages et les noms d’onglets, ou supprimez les connexions dont vous ne vous servez plus.',
    en: 'There is not enough room left to remember this: Google gives each spreadsheet little of it. Shorten the settings and the names of tabs, or remove the connections that you no longer use.',
  });
}
